// A blocked signal that the call's mask lets in interrupts the wait; its handler
// has run by then, and afterwards the signal is blocked again.
// Covers: epoll_pwait sigmask, EINTR
#include "wali/test.h"

void test() {
  static int runs;
  Fd epoll = setup::epoll();
  setup::on_signal(SIGUSR2, [](int) { ++runs; });
  setup::block(SIGUSR2);
  sys::kill(sys::getpid().pid(), SIGUSR2);
  epoll_event event;
  const sigset none = 0, usr1 = signal_bit(SIGUSR2);
  report("with the signal blocked", sys::epoll_pwait(epoll, &event, 1, 10, &usr1, 8));
  report("runs", runs);
  sys::kill(sys::getpid().pid(), SIGUSR2); // pending still, and at the latest now
  report("with none blocked", sys::epoll_pwait(epoll, &event, 1, -1, &none, 8));
  report("runs", runs);
  sys::kill(sys::getpid().pid(), SIGUSR2);
  report("runs while blocked again", runs);
}
