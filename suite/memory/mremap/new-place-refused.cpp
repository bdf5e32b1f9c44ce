// With MREMAP_FIXED the new place may neither overlap the old one nor lie outside memory. If it
// does, the mapping stays unchanged.
// Covers: mremap MREMAP_FIXED, EINVAL
#include "wali/test.h"

void test() {
  constexpr int fixed = MREMAP_MAYMOVE | MREMAP_FIXED;
  uint8_t *bytes = setup::map(4 * 4096);
  __builtin_memset(bytes, 0x51, 4 * 4096);
  report("onto itself", sys::mremap(bytes, 4096, 4096, fixed, bytes));
  report("overlap before", sys::mremap(bytes + 4096, 8192, 8192, fixed, bytes));
  report("overlap behind", sys::mremap(bytes, 8192, 8192, fixed, bytes + 4096));
  report("outside of memory", sys::mremap(bytes, 4096, 8192, fixed, setup::bad_address()));
  report("first bytes", Text(bytes, 4));
  report("last bytes", Text(bytes + 4 * 4096 - 4, 4));
}
