// A blocked signal that the mask of epoll_pwait does not block interrupts the wait. Its
// handler has run when the call returns, and the signal is blocked again.
// Covers: epoll_pwait sigmask, EINTR
#include "wali/test.h"

void test() {
  static int runs;
  Fd epoll = setup::epoll();
  setup::on_signal(SIGUSR2, [](int) { ++runs; });
  setup::block(SIGUSR2);
  sys::kill(sys::getpid().pid(), SIGUSR2);
  epoll_event event;
  const sigset none = 0, own = signal_bit(SIGUSR2);
  report("with the signal blocked", sys::epoll_pwait(epoll, &event, 1, 10, &own, 8));
  report("runs", runs);
  sys::kill(sys::getpid().pid(), SIGUSR2); // pending still, and at the latest now
  report("with none blocked", sys::epoll_pwait(epoll, &event, 1, -1, &none, 8));
  report("runs", runs);
  sys::kill(sys::getpid().pid(), SIGUSR2);
  report("runs while blocked again", runs);
}
