// epoll_pwait waits at least as long as its timeout when nothing becomes ready.
// Covers: epoll_pwait duration
#include "suite/event/states.h"

void test() {
  for (int span : {1, 5, 200})
    states::report_wait(span, [](int milliseconds) {
      Fd epoll = setup::epoll();
      epoll_event event;
      return sys::epoll_pwait(epoll, &event, 1, milliseconds, nullptr, 8);
    });
}
