// A read of an eventfd gives all that was added and resets it. The next read finds nothing, and then only what is
// added from there on.
// Covers: read eventfd, EAGAIN
#include "wali/test.h"

namespace {

void report_read(int counter) {
  Guarded<uint64_t> value;
  report("read", sys::read(counter, &value, 8));
  report("value", *value);
  value.fill();
  report("read again", sys::read(counter, &value, 8));
  report_poison("value", value);
}

} // namespace

void test() {
  Fd counter = setup::eventfd(5, EFD_NONBLOCK);
  report_read(counter);
  for (uint64_t more : {1, 2})
    setup::require_value("write", sys::write(counter, &more, 8), 8);
  report_read(counter);
}
