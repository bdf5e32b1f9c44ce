// An eventfd starts with all 32 bits of the initial value and adds what is written to it. A
// read of eight bytes takes everything. A read of fewer is refused, and so is a write of the
// largest number.
// Covers: eventfd initial value
// Covers: read EINVAL
// Covers: write EINVAL
#include "wali/test.h"

void test() {
  const Result result = sys::eventfd(4000000000);
  report("eventfd", result);
  Fd counter(result.fd());
  report("flags", setup::descriptor_flags(counter));
  uint64_t value = 5;
  report("write", sys::write(counter, &value, 8));
  GuardedBytes<8> buffer;
  report("read of four bytes", sys::read(counter, &buffer, 4));
  report("read", sys::read(counter, &buffer, 8));
  __builtin_memcpy(&value, &buffer, 8);
  report("value", value);
  report_walls("walls", buffer);
  pollfd entry = {counter, POLLIN, 0};
  report("poll afterwards", sys::poll(&entry, 1, 0));
  value = UINT64_MAX;
  report("write of the largest number", sys::write(counter, &value, 8));
}
