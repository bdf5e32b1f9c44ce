// epoll_pwait waits for a byte that another thread writes, even into a pipe with O_NONBLOCK.
// Covers: epoll_pwait threads, O_NONBLOCK
#include "suite/event/states.h"

void test() {
  const auto wait = [](int fd) {
    Fd epoll = setup::epoll();
    setup::watch(epoll, fd, EPOLLIN, 1);
    epoll_event event;
    return sys::epoll_pwait(epoll, &event, 1, -1, nullptr, 8);
  };
  states::report_short_wait("wait", 0, wait);
  states::report_short_wait("wait with O_NONBLOCK", O_NONBLOCK, wait);
}
