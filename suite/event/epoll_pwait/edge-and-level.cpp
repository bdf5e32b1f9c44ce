// A level-triggered descriptor is reported as long as it is ready, and an edge-triggered one once for each arrival.
// What does not fit into maxevents is reported by the next call.
// Covers: epoll_pwait EPOLLET, maxevents
#include "wali/test.h"

void test() {
  Fd epoll = setup::epoll();
  Pipe level = setup::pipe(), edge = setup::pipe();
  setup::watch(epoll, level.read, EPOLLIN, 1);
  setup::watch(epoll, edge.read, EPOLLIN | EPOLLET, 2);
  setup::write_all(level.write, "x");
  setup::write_all(edge.write, "x");
  Guarded<epoll_event[2]> events;
  report("one at a time", sys::epoll_pwait(epoll, *&events, 1, 0, nullptr, 0));
  report_poison("second place", *&events + 1, sizeof(epoll_event));
  report("data", (*events)[0].data);
  report("the other", sys::epoll_pwait(epoll, *&events, 1, 0, nullptr, 0));
  report("data", (*events)[0].data);
  report("again", sys::epoll_pwait(epoll, *&events, 2, 0, nullptr, 0));
  report("data", (*events)[0].data);
  setup::write_all(edge.write, "y");
  report("after another byte", sys::epoll_pwait(epoll, *&events, 2, 0, nullptr, 0));
}
