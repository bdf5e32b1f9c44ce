// fdinfo in /proc shows the value of a counter, in hexadecimal, as it is now.
// Covers: eventfd fdinfo
// Covers: eventfd2 fdinfo
#include "suite/event/fdinfo.h"

namespace {

void report_fdinfo(const char *name, Result made) {
  report(name, made);
  Fd counter(made.fd());
  const Text field = "eventfd-count:";
  report("at first", Hex{number_in_fdinfo(counter, field)});
  const uint64_t more = uint64_t{1} << 40;
  setup::require_value("write", sys::write(counter, &more, 8), 8);
  report("after a write", Hex{number_in_fdinfo(counter, field)});
  uint64_t value;
  setup::require_value("read", sys::read(counter, &value, 8), 8);
  report("after a read", Hex{number_in_fdinfo(counter, field)});
}

} // namespace

void test() {
  report_fdinfo("eventfd", sys::eventfd(0xabc));
  report_fdinfo("eventfd2", sys::eventfd2(0xabc, EFD_NONBLOCK));
}
