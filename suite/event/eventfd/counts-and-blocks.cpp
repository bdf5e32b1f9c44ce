// The counter starts at all 32 bits of the initial value, adds what is written,
// gives everything at a read, and takes eight bytes, no fewer.
// Covers: eventfd initial value
// Covers: read EINVAL
// Covers: write EINVAL
#include "wali/test.h"

void test() {
  Fd counter(sys::eventfd(4000000000).fd());
  report("descriptor", static_cast<int>(counter));
  report("flags", setup::descriptor_flags(counter));
  uint64_t value = 5;
  report("write", sys::write(counter, &value, 8));
  GuardedBytes<8> buffer;
  report("read of four bytes", sys::read(counter, &buffer, 4));
  report("read", sys::read(counter, &buffer, 8));
  __builtin_memcpy(&value, &buffer, 8);
  report("value", value);
  report_walls("walls", buffer);
  value = UINT64_MAX;
  report("write of the largest number", sys::write(counter, &value, 8));
}
