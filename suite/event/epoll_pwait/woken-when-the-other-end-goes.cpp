// epoll_pwait returns when another thread closes the other end of the pipe, with EPOLLHUP for a reader and with
// EPOLLERR for the writer of a full pipe.
// Covers: epoll_pwait EPOLLHUP and EPOLLERR that end a wait
#include "suite/event/other_end.h"

void test() {
  Pipe empty = setup::pipe(), full = full_pipe();
  Fd readers = setup::epoll(), writers = setup::epoll();
  setup::watch(readers, empty.read, EPOLLIN, 1);
  setup::watch(writers, full.write, EPOLLOUT, 2);
  epoll_event event = {};
  report_ended_wait("epoll_pwait of the reader", empty, close_writer,
                    [&] { return sys::epoll_pwait(readers, &event, 1, -1, nullptr, 8); });
  report("event", event);
  report_ended_wait("epoll_pwait of the writer", full, close_reader,
                    [&] { return sys::epoll_pwait(writers, &event, 1, -1, nullptr, 8); });
  report("event", event);
}
