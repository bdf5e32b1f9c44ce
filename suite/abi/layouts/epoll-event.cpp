// epoll_event has 12 bytes, with the events at 0 and the data at 4: it is packed, in epoll_ctl as
// in the array of epoll_pwait.
// Covers: layouts epoll_event
// Covers: epoll_ctl layout
// Covers: epoll_pwait layout
#include "suite/abi/layouts/raw.h"

void test() {
  Fd epoll = setup::epoll();
  SocketPair pair = setup::socketpair();
  layouts::Raw<12> event;
  for (int fd : {int{pair.first}, int{pair.second}}) {
    event.put<uint32_t>(0, EPOLLOUT).put<uint64_t>(4, 0x0102030405060700 + static_cast<uint64_t>(fd - pair.first));
    report("epoll_ctl", sys::epoll_ctl(epoll, EPOLL_CTL_ADD, fd, event));
  }
  layouts::Raw<36> events;
  report("epoll_pwait", sys::epoll_pwait(epoll, events, 3, 0, nullptr, 8));
  report("first", events.bytes(0, 12));
  report("second", events.bytes(12, 12));
  report_poison("room for a third", events.at(24), 12);
  events.report_walls();
}
