// Five epoll instances watch each other in a chain. A byte for the innermost ends a wait on the outermost, and so
// does the next byte after the first has been read.
// Covers: epoll_pwait nested instances that are waited for
#include "suite/event/other_end.h"
#include "suite/event/told.h"

void test() {
  Pipe pipe = setup::pipe();
  Fd instances[5];
  int watched = pipe.read;
  for (uint64_t depth = 0; depth < 5; ++depth) {
    instances[depth] = setup::epoll();
    setup::watch(instances[depth], watched, EPOLLIN, depth + 1);
    watched = instances[depth];
  }
  for (int round = 0; round < 2; ++round) {
    epoll_event event = {};
    report_ended_wait("epoll_pwait", pipe, write_byte,
                      [&] { return sys::epoll_pwait(instances[4], &event, 1, -1, nullptr, 8); });
    report("event", event);
    for (int depth = 3; depth >= 0; --depth)
      report_told("one deeper", instances[depth]);
    char byte;
    setup::require_value("read", sys::read(pipe.read, &byte, 1), 1);
    report_told("outermost, when it has been read", instances[4]);
  }
}
