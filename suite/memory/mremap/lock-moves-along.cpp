// Locked memory stays locked when it moves. What it grows by is locked too, and what it shrinks
// by is not any more.
// Covers: mremap MAP_LOCKED
#include "suite/memory/mappings.h"

void test() {
  uint8_t *place = setup::map(4 * 4096);
  report("locked at first", memory::locked_kib());
  uint8_t *bytes = memory::map_locked(2 * 4096);
  report("place", reinterpret_cast<uintptr_t>(place));
  report("two pages", memory::locked_kib());
  report("mremap to another place", sys::mremap(bytes, 8192, 8192, MREMAP_MAYMOVE | MREMAP_FIXED, place));
  report("two pages", memory::locked_kib());
  setup::require_zero("munmap", sys::munmap(place + 2 * 4096, 2 * 4096));
  report("mremap to four pages", sys::mremap(place, 2 * 4096, 4 * 4096, 0, nullptr));
  report("four pages", memory::locked_kib());
  report("mremap to one page", sys::mremap(place, 4 * 4096, 4096, 0, nullptr));
  report("one page", memory::locked_kib());
}
