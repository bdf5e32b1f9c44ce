// Five descriptors stay ready. Ten calls with room for two events report each of the five equally often.
// Covers: epoll_pwait maxevents, in turn
#include "wali/test.h"

void test() {
  Fd epoll = setup::epoll(), counters[5];
  int times_told[5] = {};
  for (uint64_t i = 0; i < 5; ++i) {
    counters[i] = setup::eventfd(1);
    setup::watch(epoll, counters[i], EPOLLIN, i);
  }
  for (int calls = 0; calls < 10; ++calls) {
    epoll_event events[2] = {};
    report("epoll_pwait", sys::epoll_pwait(epoll, events, 2, 0, nullptr, 8));
    for (const epoll_event &event : events)
      ++times_told[event.data % 5];
  }
  for (int times : times_told)
    report("times that one was told", times);
}
