// epoll_pwait reports EPOLLHUP and EPOLLERR of a pipe whose other end is closed even when no events were asked for.
// It does not report bytes and room that nobody asked for.
// Covers: epoll_pwait EPOLLHUP, EPOLLERR
#include "suite/event/told.h"

void test() {
  for (uint32_t asked : {uint32_t{0}, uint32_t{EPOLLERR}, uint32_t{EPOLLHUP}}) {
    Fd readers = setup::epoll(), writers = setup::epoll();
    Pipe first = setup::pipe(), second = setup::pipe();
    setup::watch(readers, first.read, asked, 1);
    setup::watch(writers, second.write, asked, 2);
    setup::write_all(first.write, "x");
    report("asked for", Flags{abi::sets::epoll_events, asked});
    report_told("epoll_pwait of a reader with a byte", readers);
    report_told("epoll_pwait of a writer with room", writers);
    first.write.reset();
    second.read.reset();
    report_told("epoll_pwait of the reader without a writer", readers);
    report_told("epoll_pwait of the writer without a reader", writers);
  }
}
