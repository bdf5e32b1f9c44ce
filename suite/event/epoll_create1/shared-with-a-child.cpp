// A child shares its parent's epoll instance. Each finds what the other has registered.
// Covers: epoll_create1 fork
#include "wali/test.h"

namespace {

void report_wait(const char *name, int epoll) {
  epoll_event events[4] = {};
  report(name, sys::epoll_pwait(epoll, events, 4, 0, nullptr, 8));
  report("data", events[0].data);
}

} // namespace

void test() {
  Pipe first = setup::pipe(), second = setup::pipe();
  setup::write_all(first.write, "a");
  const Result result = sys::epoll_create1(0);
  report("epoll_create1", result);
  Fd epoll(result.fd());
  setup::watch(epoll, first.read, EPOLLIN, 11);
  setup::in_child([&] {
    report_wait("in the child, epoll_pwait", epoll);
    report("in the child, EPOLL_CTL_DEL", sys::epoll_ctl(epoll, EPOLL_CTL_DEL, first.read, nullptr));
    setup::watch(epoll, second.read, EPOLLIN, 22);
  });
  setup::write_all(second.write, "b");
  report_wait("in the parent, epoll_pwait", epoll);
}
