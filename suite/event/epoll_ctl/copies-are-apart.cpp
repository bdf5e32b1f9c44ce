// Two descriptors of one socket are registered separately, and each is reported with its own data.
// Covers: epoll_ctl EPOLL_CTL_ADD, copies of a descriptor
#include "wali/test.h"

void test() {
  Fd epoll = setup::epoll();
  SocketPair pair = setup::socketpair();
  Fd copy = setup::duplicate(pair.first);
  epoll_event first = {EPOLLIN, 1}, second = {EPOLLIN, 2};
  report("EPOLL_CTL_ADD", sys::epoll_ctl(epoll, EPOLL_CTL_ADD, pair.first, &first));
  report("EPOLL_CTL_ADD of a copy", sys::epoll_ctl(epoll, EPOLL_CTL_ADD, copy, &second));
  setup::write_all(pair.second, "x");
  epoll_event events[3] = {};
  report("epoll_pwait", sys::epoll_pwait(epoll, events, 3, 0, nullptr, 8));
  report("sum of the data", events[0].data + events[1].data);
}
