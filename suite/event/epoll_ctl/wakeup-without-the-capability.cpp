// Without CAP_BLOCK_SUSPEND, EPOLLWAKEUP is ignored. The descriptor is added and its events are reported, but the
// instance does not keep the flag.
// Covers: epoll_ctl EPOLLWAKEUP
// REQUIRES: user
#include "suite/event/fdinfo.h"
#include "suite/event/told.h"

void test() {
  Fd epoll = setup::epoll();
  Pipe pipe = setup::pipe();
  report("EPOLL_CTL_ADD", control(epoll, EPOLL_CTL_ADD, pipe.read, EPOLLIN | EPOLLWAKEUP, 5));
  report("kept", Flags{abi::sets::epoll_events, number_in_fdinfo(epoll, "events:")});
  setup::write_all(pipe.write, "x");
  report_told("a byte", epoll);
}
