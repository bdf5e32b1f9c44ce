// An edge-triggered socket reports once that its peer has shut down writing (EPOLLRDHUP) and once that its peer is
// closed (EPOLLHUP), each time with all earlier events that still hold.
// Covers: epoll_pwait EPOLLET, EPOLLRDHUP, EPOLLHUP
#include "suite/event/told.h"

void test() {
  Fd epoll = setup::epoll();
  SocketPair pair = setup::socketpair();
  setup::watch(epoll, pair.first, EPOLLIN | EPOLLRDHUP | EPOLLET, 1);
  report_told("idle", epoll);
  setup::write_all(pair.second, "x");
  report_told("a byte", epoll);
  setup::shutdown(pair.second, SHUT_WR);
  report_told("shut by the peer", epoll);
  report_told("nothing since", epoll);
  pair.second.reset();
  report_told("closed by the peer", epoll);
  report_told("nothing since", epoll);
}
