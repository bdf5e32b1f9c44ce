// EPOLL_CTL_MOD of an edge-triggered descriptor reports what is ready once more, even when it changes nothing.
// Covers: epoll_ctl EPOLL_CTL_MOD, EPOLLET
#include "wali/test.h"

void test() {
  Fd epoll = setup::epoll();
  Pipe pipe = setup::pipe();
  setup::watch(epoll, pipe.read, EPOLLIN | EPOLLET, 7);
  setup::write_all(pipe.write, "x");
  epoll_event event = {};
  report("epoll_pwait", sys::epoll_pwait(epoll, &event, 1, 0, nullptr, 8));
  report("epoll_pwait again", sys::epoll_pwait(epoll, &event, 1, 0, nullptr, 8));
  epoll_event same = {EPOLLIN | EPOLLET, 7};
  report("EPOLL_CTL_MOD", sys::epoll_ctl(epoll, EPOLL_CTL_MOD, pipe.read, &same));
  report("epoll_pwait afterwards", sys::epoll_pwait(epoll, &event, 1, 0, nullptr, 8));
  report("data", event.data);
}
