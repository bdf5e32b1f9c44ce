// A signal that the thread blocks interrupts epoll_pwait when the mask of the call does not block it. The handler
// runs once, and the signal is blocked again.
// Covers: epoll_pwait sigmask, EINTR
#include "suite/event/interrupted.h"

void test() {
  Fd epoll = setup::epoll();
  setup::watch(epoll, empty_pipe().read, EPOLLIN, 1);
  setup::block(SIGUSR2);
  const sigset none = 0;
  report_under_signals(
      "epoll_pwait", 0, [] { setup::write_all(empty_pipe().write, "x"); },
      [&] {
        epoll_event event;
        return sys::epoll_pwait(epoll, &event, 1, -1, &none, 8);
      });
}
