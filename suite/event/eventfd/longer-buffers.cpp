// A read of a counter writes 8 bytes into a longer buffer, and returns 8.
// Covers: eventfd longer buffers
// Covers: eventfd2 longer buffers
#include "wali/test.h"

namespace {

void report_longer(const char *name, Result made) {
  report(name, made);
  Fd counter(made.fd());
  GuardedBytes<24> bytes;
  report("read of 24 bytes", sys::read(counter, &bytes, 24));
  uint64_t value;
  __builtin_memcpy(&value, &bytes, 8);
  report("value", value);
  report_poison("the rest", *&bytes + 8, 16);
}

} // namespace

void test() {
  report_longer("eventfd", sys::eventfd(7));
  report_longer("eventfd2", sys::eventfd2(7, 0));
}
