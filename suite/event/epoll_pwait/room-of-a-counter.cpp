// A level-triggered eventfd is reported as writable as long as it has room. With EPOLLET it is reported after each
// read, even if it was not full, and not after a write.
// Covers: epoll_pwait EPOLLET, EPOLLOUT
#include "suite/event/told.h"

void test() {
  for (uint32_t flag : {uint32_t{0}, uint32_t{EPOLLET}}) {
    Fd epoll = setup::epoll(), counter = setup::eventfd();
    const auto add = [&](uint64_t value) { setup::require_value("write", sys::write(counter, &value, 8), 8); };
    const auto take = [&] {
      uint64_t value;
      setup::require_value("read", sys::read(counter, &value, 8), 8);
    };
    setup::watch(epoll, counter, EPOLLOUT | flag, 1);
    report("flag", Flags{abi::sets::epoll_events, flag});
    report_told("epoll_pwait at 0", epoll);
    report_told("epoll_pwait again", epoll);
    add(5);
    report_told("epoll_pwait after a write", epoll);
    take();
    report_told("epoll_pwait after a read", epoll);
    add(UINT64_MAX - 1);
    report_told("epoll_pwait at the maximum", epoll);
    take();
    report_told("epoll_pwait with room again", epoll);
  }
}
