// With MREMAP_FIXED a range that begins with the mapping to be moved may end in other mappings if
// it shrinks: those are unmapped.
// Covers: mremap MREMAP_FIXED, several mappings
#include "suite/memory/mappings.h"

void test() {
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  uint8_t *bytes = setup::map(4 * 4096), *place = setup::map(4 * 4096);
  __builtin_memset(bytes, 'm', 4 * 4096);
  __builtin_memset(place, 'p', 4 * 4096);
  setup::require_zero("mprotect", sys::mprotect(bytes + 2 * 4096, 4096, PROT_READ));
  report("place", reinterpret_cast<uintptr_t>(place));
  report("three pages to one", sys::mremap(bytes, 3 * 4096, 4096, MREMAP_MAYMOVE | MREMAP_FIXED, place + 4096));
  report("writes from the old place", memory::writes_from(probe, bytes, 4));
  report("around its begin", Text(place + 4094, 4));
  report("around its end", Text(place + 8190, 4));
}
