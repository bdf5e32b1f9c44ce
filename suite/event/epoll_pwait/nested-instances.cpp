// An instance is readable for the instance that watches it, two levels up, while it has events. A level-triggered
// descriptor counts until it is read, and an edge-triggered one until its own instance has reported it.
// Covers: epoll_pwait nested instances
#include "suite/event/told.h"

void test() {
  for (uint32_t flag : {uint32_t{0}, uint32_t{EPOLLET}}) {
    Fd outer = setup::epoll(), middle = setup::epoll(), inner = setup::epoll();
    Pipe pipe = setup::pipe();
    setup::watch(outer, middle, EPOLLIN, 3);
    setup::watch(middle, inner, EPOLLIN, 2);
    setup::watch(inner, pipe.read, EPOLLIN | flag, 1);
    report("flag", Flags{abi::sets::epoll_events, flag});
    report_told("outer, with nothing to read", outer);
    setup::write_all(pipe.write, "x");
    report_told("outer", outer);
    report_told("middle", middle);
    report_told("inner", inner);
    report_told("outer, when the inner one has told", outer);
    char byte;
    setup::require_value("read", sys::read(pipe.read, &byte, 1), 1);
    report_told("outer, when it has been read", outer);
  }
}
