// A descriptor stays registered with epoll when it is closed while a copy of it is open. The close of the last copy
// ends the registration.
// Covers: close epoll
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  const Fd epoll = setup::epoll();
  epoll_event event = {EPOLLIN, 77}, told = {};
  report("epoll_ctl", sys::epoll_ctl(epoll, EPOLL_CTL_ADD, pipe.read, &event));
  Fd copy = setup::duplicate(pipe.read);
  report("close", sys::close(pipe.read.release()));
  setup::write_all(pipe.write, "x");
  report("epoll_pwait", sys::epoll_pwait(epoll, &told, 1, 0, nullptr, 8));
  report("event", told);
  report("close of the copy", sys::close(copy.release()));
  report("epoll_pwait", sys::epoll_pwait(epoll, &told, 1, 0, nullptr, 8));
}
