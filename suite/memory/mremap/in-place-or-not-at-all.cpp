// Without MREMAP_MAYMOVE a mapping grows into the hole after it, as far as that reaches. It
// cannot grow if another mapping lies there.
// Covers: mremap no flag, ENOMEM
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(8 * 4096);
  report("address", reinterpret_cast<uintptr_t>(bytes));
  __builtin_memset(bytes, 0x55, 8 * 4096);
  setup::require_zero("munmap", sys::munmap(bytes + 2 * 4096, 4 * 4096));
  report("into the hole", sys::mremap(bytes, 8192, 4 * 4096, 0, nullptr));
  report("around its old end", Text(bytes + 8190, 4));
  report("beyond the hole", sys::mremap(bytes, 4 * 4096, 7 * 4096, 0, nullptr));
  report("up to the hole's end", sys::mremap(bytes, 4 * 4096, 6 * 4096, 0, nullptr));
  report("around the hole's end", Text(bytes + 6 * 4096 - 2, 4));
  report("one page more", sys::mremap(bytes, 6 * 4096, 7 * 4096, 0, nullptr));
  report("first bytes", Text(bytes, 2));
  report("last bytes", Text(bytes + 8 * 4096 - 2, 2));
}
