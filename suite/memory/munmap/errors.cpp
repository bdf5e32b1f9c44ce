// munmap refuses addresses within a page, a length of 0, and ranges that leave memory. The
// memory stays unchanged, and can be unmapped afterwards.
// Covers: munmap EINVAL
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(2 * 4096);
  bytes[4095] = bytes[4096] = 0x21;
  report("address + 1", sys::munmap(bytes + 1, 4096));
  report("address + 2048", sys::munmap(bytes + 2048, 2048));
  report("length 0", sys::munmap(bytes, 0));
  report("length of all addresses", sys::munmap(bytes, ~size_t{0}));
  report("length beyond the end of addresses", sys::munmap(bytes, ~size_t{4095}));
  report("outside of memory", sys::munmap(setup::bad_address(), 8192));
  report("bytes", Text(bytes + 4095, 2));
  report("both pages", sys::munmap(bytes, 2 * 4096));
}
