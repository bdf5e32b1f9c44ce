// mremap refuses bad addresses, sizes and flags, a new place that overlaps the old one,
// and what is not mapped. The mapping then stays as it is.
// Covers: mremap EINVAL, EFAULT, ENOMEM
#include "wali/test.h"

void test() {
  constexpr int move = MREMAP_MAYMOVE, fixed = MREMAP_MAYMOVE | MREMAP_FIXED, keep = MREMAP_MAYMOVE | MREMAP_DONTUNMAP;
  uint8_t *bytes = setup::map(4 * 4096), *place = setup::map(2 * 4096);
  __builtin_memset(bytes, 0x51, 2 * 4096);
  report("old address + 1", sys::mremap(bytes + 1, 4096, 8192, move, nullptr));
  report("new size 0", sys::mremap(bytes, 4096, 0, move, nullptr));
  report("flag 8", sys::mremap(bytes, 4096, 4096, move | 8, nullptr));
  report("MREMAP_FIXED alone", sys::mremap(bytes, 4096, 4096, MREMAP_FIXED, place));
  report("MREMAP_FIXED, new address + 1", sys::mremap(bytes, 4096, 4096, fixed, place + 1));
  report("MREMAP_FIXED, onto itself", sys::mremap(bytes, 4096, 4096, fixed, bytes));
  report("MREMAP_FIXED, overlap before", sys::mremap(bytes + 4096, 8192, 8192, fixed, bytes));
  report("MREMAP_FIXED, overlap behind", sys::mremap(bytes, 8192, 8192, fixed, bytes + 4096));
  report("MREMAP_FIXED, outside of memory", sys::mremap(bytes, 4096, 8192, fixed, setup::bad_address()));
  report("MREMAP_DONTUNMAP alone", sys::mremap(bytes, 4096, 4096, MREMAP_DONTUNMAP, nullptr));
  report("MREMAP_DONTUNMAP, another size", sys::mremap(bytes, 4096, 8192, keep, nullptr));
  report("old size 0, private", sys::mremap(bytes, 0, 4096, move, nullptr));
  report("old size 0, no flag", sys::mremap(setup::shared_memory(4096), 0, 4096, 0, nullptr));
  report("old address outside of memory", sys::mremap(setup::bad_address(), 4096, 8192, move, nullptr));
  setup::require_zero("munmap", sys::munmap(place + 4096, 4096));
  report("old address without a mapping", sys::mremap(place + 4096, 4096, 8192, move, nullptr));
  report("more than the mapping", sys::mremap(place, 8192, 3 * 4096, move, nullptr));
  report("bytes", Text(bytes + 8188, 4));
}
