// Two descriptors of one socket can be watched for different events. Each is reported and modified on its own.
// Covers: epoll_ctl EPOLL_CTL_ADD, EPOLL_CTL_MOD, copies of a descriptor
#include "suite/event/told.h"

void test() {
  Fd epoll = setup::epoll();
  SocketPair pair = setup::socketpair();
  Fd copy = setup::duplicate(pair.first);
  report("EPOLL_CTL_ADD for EPOLLIN", control(epoll, EPOLL_CTL_ADD, pair.first, EPOLLIN, 1));
  report("EPOLL_CTL_ADD of a copy for EPOLLOUT", control(epoll, EPOLL_CTL_ADD, copy, EPOLLOUT, 2));
  report_told("room", epoll);
  report("EPOLL_CTL_MOD of the copy for EPOLLRDHUP", control(epoll, EPOLL_CTL_MOD, copy, EPOLLRDHUP, 3));
  report_told("nothing", epoll);
  setup::write_all(pair.second, "x");
  report_told("a byte", epoll);
}
