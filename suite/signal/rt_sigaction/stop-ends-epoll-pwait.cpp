// A stop and SIGCONT end epoll_pwait with EINTR, although no handler runs.
// Covers: rt_sigaction SIGSTOP, SIGCONT, no handler
// Covers: epoll_pwait EINTR
#include "suite/signal/rt_sigaction/stops.h"

void test() {
  Pipe pipe = setup::pipe();
  Fd epoll = setup::epoll();
  setup::watch(epoll, pipe.read, EPOLLIN, 7);
  const auto wait = [&] {
    epoll_event event;
    return sys::epoll_pwait(epoll, &event, 1, -1, nullptr, 0);
  };
  report_under_stops("epoll_pwait", wait, [&] { setup::write_all(pipe.write, "x"); });
}
