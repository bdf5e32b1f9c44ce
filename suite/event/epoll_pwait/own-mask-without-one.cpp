// Without a mask epoll_pwait keeps the signal mask of the thread. A signal that it blocks does not interrupt the wait
// and stays pending.
// Covers: epoll_pwait NULL sigmask
#include "suite/event/interrupted.h"

void test() {
  Fd epoll = setup::epoll();
  setup::watch(epoll, empty_pipe().read, EPOLLIN, 1);
  setup::block(SIGUSR2);
  report_signal_and_byte("epoll_pwait", [&] {
    epoll_event event;
    return sys::epoll_pwait(epoll, &event, 1, -1, nullptr, 8);
  });
}
