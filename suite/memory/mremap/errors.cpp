// mremap refuses addresses within a page, a new size of 0, unknown flags, and flags that need
// another flag. The mapping then stays unchanged.
// Covers: mremap EINVAL
#include "wali/test.h"

void test() {
  constexpr int move = MREMAP_MAYMOVE, fixed = MREMAP_MAYMOVE | MREMAP_FIXED;
  uint8_t *bytes = setup::map(4 * 4096), *place = setup::map(4096);
  __builtin_memset(bytes, 0x51, 2 * 4096);
  report("old address + 1", sys::mremap(bytes + 1, 4096, 8192, move, nullptr));
  report("new size 0", sys::mremap(bytes, 4096, 0, move, nullptr));
  report("flag 8", sys::mremap(bytes, 4096, 4096, move | 8, nullptr));
  report("MREMAP_FIXED alone", sys::mremap(bytes, 4096, 4096, MREMAP_FIXED, place));
  report("MREMAP_FIXED, new address + 1", sys::mremap(bytes, 4096, 4096, fixed, place + 1));
  report("MREMAP_DONTUNMAP alone", sys::mremap(bytes, 4096, 4096, MREMAP_DONTUNMAP, nullptr));
  report("MREMAP_DONTUNMAP, another size", sys::mremap(bytes, 4096, 8192, move | MREMAP_DONTUNMAP, nullptr));
  report("bytes", Text(bytes + 8188, 4));
}
