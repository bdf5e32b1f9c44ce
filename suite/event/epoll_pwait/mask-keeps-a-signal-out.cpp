// A signal that the mask of epoll_pwait blocks, but the thread does not, does not interrupt the wait. It is handled
// when the call returns.
// Covers: epoll_pwait sigmask
#include "suite/event/interrupted.h"

void test() {
  Fd epoll = setup::epoll();
  setup::watch(epoll, empty_pipe().read, EPOLLIN, 1);
  const sigset mask = signal_bit(SIGUSR2);
  report_signal_and_byte("epoll_pwait", [&] {
    epoll_event event;
    return sys::epoll_pwait(epoll, &event, 1, -1, &mask, 8);
  });
}
