// epoll_pwait waits without a limit for any negative timeout.
// Covers: epoll_pwait negative timeouts
#include "suite/event/states.h"

void test() {
  for (int time : {-2, -1000, INT32_MIN})
    states::report_short_wait("epoll_pwait", 0, [time](int fd) {
      Fd epoll = setup::epoll();
      setup::watch(epoll, fd, EPOLLIN, 1);
      epoll_event event;
      return sys::epoll_pwait(epoll, &event, 1, time, nullptr, 8);
    });
}
