// mremap does not grow a range that is not mapped, or not completely.
// Covers: mremap EFAULT
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(2 * 4096);
  bytes[0] = 'm';
  setup::require_zero("munmap", sys::munmap(bytes + 4096, 4096));
  report("outside of memory", sys::mremap(setup::bad_address(), 4096, 8192, MREMAP_MAYMOVE, nullptr));
  report("a page without a mapping", sys::mremap(bytes + 4096, 4096, 8192, MREMAP_MAYMOVE, nullptr));
  report("more than the mapping", sys::mremap(bytes, 8192, 3 * 4096, MREMAP_MAYMOVE, nullptr));
  report("its byte", Text(bytes, 1));
}
