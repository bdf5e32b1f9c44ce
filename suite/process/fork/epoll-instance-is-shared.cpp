// Parent and child share an epoll instance. The parent gets the events of a descriptor that the child adds.
// Covers: fork epoll instance
// Covers: epoll_ctl fork
#include "wali/test.h"

void test() {
  Fd epoll = setup::epoll();
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "x");
  epoll_event event = {};
  report("epoll_pwait", sys::epoll_pwait(epoll, &event, 1, 0, nullptr, 8));
  setup::in_child([&] {
    epoll_event wanted = {EPOLLIN, 0x1234};
    report("epoll_ctl in a child", sys::epoll_ctl(epoll, EPOLL_CTL_ADD, pipe.read, &wanted));
  });
  report("epoll_pwait", sys::epoll_pwait(epoll, &event, 1, 0, nullptr, 8));
  report("event", event);
}
