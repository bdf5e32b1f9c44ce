// Events of a descriptor that EPOLLONESHOT has disarmed, EPOLLHUP included, are reported together when EPOLL_CTL_MOD
// arms it again.
// Covers: epoll_ctl EPOLLONESHOT, EPOLL_CTL_MOD, EPOLLHUP
#include "suite/event/told.h"

void test() {
  Fd epoll = setup::epoll();
  SocketPair pair = setup::socketpair();
  report("EPOLL_CTL_ADD", control(epoll, EPOLL_CTL_ADD, pair.first, EPOLLIN | EPOLLOUT | EPOLLONESHOT, 1));
  report_told("room", epoll);
  setup::write_all(pair.second, "x");
  report_told("a byte", epoll);
  pair.second.reset();
  report_told("the end", epoll);
  report("EPOLL_CTL_MOD", control(epoll, EPOLL_CTL_MOD, pair.first, EPOLLIN | EPOLLOUT | EPOLLONESHOT, 2));
  report_told("armed again", epoll);
  report_told("once more", epoll);
}
