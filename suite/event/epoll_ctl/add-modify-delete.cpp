// An epoll instance reports descriptors that were added or modified, and none that were deleted. EPOLL_CTL_MOD arms a
// descriptor again that EPOLLONESHOT disarmed. The event of EPOLL_CTL_DEL may be NULL.
// Covers: epoll_ctl EPOLL_CTL_ADD, EPOLL_CTL_MOD, EPOLL_CTL_DEL
#include "wali/test.h"

namespace {

void report_ready(const char *when, int epoll) {
  epoll_event event = {0, 0};
  report(label(when, ": epoll_pwait"), sys::epoll_pwait(epoll, &event, 1, 0, nullptr, 0));
  report(label(when, ": event"), event);
}

} // namespace

void test() {
  Fd epoll = setup::epoll();
  Pipe pipe = setup::pipe();
  epoll_event event = {EPOLLOUT, 0x0102030405060708};
  report("add", sys::epoll_ctl(epoll, EPOLL_CTL_ADD, pipe.write, &event));
  report_ready("after add", epoll);
  event = {EPOLLOUT | EPOLLONESHOT, 0xf0e0d0c0b0a09080};
  report("modify", sys::epoll_ctl(epoll, EPOLL_CTL_MOD, pipe.write, &event));
  report_ready("after modify", epoll);
  report_ready("once more", epoll);
  event = {EPOLLOUT, 1};
  report("modify again", sys::epoll_ctl(epoll, EPOLL_CTL_MOD, pipe.write, &event));
  report_ready("after modify again", epoll);
  report_ready("without EPOLLONESHOT", epoll);
  report("delete", sys::epoll_ctl(epoll, EPOLL_CTL_DEL, pipe.write, nullptr));
  report_ready("after delete", epoll);
}
