// A nonblocking write that would take a counter beyond its maximum fails with EAGAIN and adds nothing. A write that
// fits is added.
// Covers: eventfd O_NONBLOCK
// Covers: eventfd2 EFD_NONBLOCK
// Covers: write EAGAIN
#include "wali/test.h"

namespace {

void report_full(const char *name, int counter) {
  const auto add = [&](uint64_t value) { return sys::write(counter, &value, 8); };
  report(name, setup::status_flags(counter));
  report("write of 10 below the maximum", add(UINT64_MAX - 11));
  report("write of 11", add(11));
  report("write of 10", add(10));
  report("write of 1", add(1));
  report("write of 0", add(0));
  uint64_t value = 0;
  report("read", sys::read(counter, &value, 8));
  report("value", Hex{value});
  report("write of 1 afterwards", add(1));
}

} // namespace

void test() {
  Fd old(sys::eventfd(0).fd()), counter(sys::eventfd2(0, EFD_NONBLOCK).fd());
  setup::set_status_flags(old, O_NONBLOCK);
  report_full("eventfd", old);
  report_full("eventfd2", counter);
}
