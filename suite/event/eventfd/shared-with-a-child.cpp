// A child shares its parent's counter. Each reads what the other writes.
// Covers: eventfd fork
// Covers: eventfd2 fork
#include "wali/test.h"

namespace {

void report_read(const char *name, int counter) {
  uint64_t value = 0;
  report(name, sys::read(counter, &value, 8));
  report("value", value);
}

void report_sharing(const char *name, Result made) {
  report(name, made);
  Fd counter(made.fd());
  setup::in_child([&] {
    report_read("in the child, read", counter);
    const uint64_t value = 5;
    report("in the child, write", sys::write(counter, &value, 8));
  });
  setup::set_status_flags(counter, O_NONBLOCK);
  report_read("in the parent, read", counter);
  report_read("in the parent, read again", counter);
}

} // namespace

void test() {
  report_sharing("eventfd", sys::eventfd(3));
  report_sharing("eventfd2", sys::eventfd2(3, 0));
}
