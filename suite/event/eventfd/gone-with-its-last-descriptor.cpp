// A counter lasts as long as one of its descriptors is open, and a copy has its value. When the last one is closed,
// an epoll instance no longer reports it, and a new counter with the same number is not watched.
// Covers: eventfd close, dup
// Covers: eventfd2 close, dup
#include "suite/event/told.h"

namespace {

template <class Make> void report_last_close(const char *name, Make make) {
  Fd epoll = setup::epoll(), counter(make(3).fd());
  report(name, static_cast<int>(counter));
  setup::watch(epoll, counter, EPOLLIN, 1);
  Fd copy = setup::duplicate(counter);
  counter.reset();
  report_told("with a copy", epoll);
  uint64_t value = 0;
  report("read of the copy", sys::read(copy, &value, 8));
  report("value", value);
  report("write to the copy", sys::write(copy, &value, 8));
  copy.reset();
  report_told("with none", epoll);
  counter = Fd(make(0).fd());
  report("a new one", static_cast<int>(counter));
  report_told("that is not watched", epoll);
}

} // namespace

void test() {
  report_last_close("eventfd", sys::eventfd);
  report_last_close("eventfd2", [](uint32_t value) { return sys::eventfd2(value, 0); });
}
