// With MREMAP_FIXED an old size of 0 puts the second mapping of the same pages at the address
// given, in place of what was there.
// Covers: mremap old size 0, MREMAP_FIXED
#include "wali/test.h"

void test() {
  uint8_t *place = setup::map(8192);
  __builtin_memset(place, 'p', 8192);
  auto *first = static_cast<uint8_t *>(setup::shared_memory(8192));
  __builtin_memcpy(first + 4096, "shared", 6);
  report("place", reinterpret_cast<uintptr_t>(place));
  report("mremap", sys::mremap(first, 0, 8192, MREMAP_MAYMOVE | MREMAP_FIXED, place));
  report("at the second address", Text(place + 4096, 6));
  __builtin_memcpy(place, "by the second", 13);
  report("at the first address", Text(first, 13));
}
