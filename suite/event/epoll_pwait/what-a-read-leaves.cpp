// Bytes that a read leaves are reported again for a level-triggered descriptor. For an edge-triggered one they are
// not reported until more bytes arrive.
// Covers: epoll_pwait EPOLLET
#include "suite/event/told.h"

void test() {
  for (uint32_t flag : {uint32_t{0}, uint32_t{EPOLLET}}) {
    Fd epoll = setup::epoll();
    Pipe pipe = setup::pipe();
    setup::watch(epoll, pipe.read, EPOLLIN | flag, 1);
    setup::write_all(pipe.write, "xyz");
    report("flag", Flags{abi::sets::epoll_events, flag});
    report_told("three bytes", epoll);
    char byte;
    setup::require_value("read", sys::read(pipe.read, &byte, 1), 1);
    report_told("two are left", epoll);
    setup::write_all(pipe.write, "x");
    report_told("one more", epoll);
  }
}
