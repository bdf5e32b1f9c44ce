// Each write to an edge-triggered eventfd is reported, even without a read in between, and even a write of a child.
// Two writes before one call are reported once.
// Covers: epoll_pwait EPOLLET, eventfd
#include "suite/event/told.h"

void test() {
  Fd epoll = setup::epoll(), counter = setup::eventfd();
  const auto add = [&] {
    const uint64_t one = 1;
    setup::require_value("write", sys::write(counter, &one, 8), 8);
  };
  setup::watch(epoll, counter, EPOLLIN | EPOLLET, 1);
  report_told("at 0", epoll);
  add();
  report_told("a write", epoll);
  report_told("none since", epoll);
  add();
  report_told("another write", epoll);
  report("child", setup::fork(add).wait());
  report_told("a child's write", epoll);
  add();
  add();
  report_told("two writes", epoll);
  report_told("none since", epoll);
}
