// epoll_pwait without a limit waits longer than a second.
// Covers: epoll_pwait timeout -1
#include "suite/event/states.h"

void test() {
  states::report_long_wait([](int fd) {
    Fd epoll = setup::epoll();
    setup::watch(epoll, fd, EPOLLIN, 1);
    epoll_event event;
    return sys::epoll_pwait(epoll, &event, 1, -1, nullptr, 8);
  });
}
