// MAP_LOCKED locks the mapping, private or shared, and munmap of a part unlocks that part.
// /proc/self/status counts what is locked.
// Covers: mmap MAP_LOCKED
// Covers: munmap locked memory
#include "suite/memory/mappings.h"

void test() {
  report("locked at first", memory::locked_kib());
  uint8_t *bytes = memory::map_locked(4 * 4096), *shared = memory::map_locked(2 * 4096, MAP_SHARED);
  report("six pages more", memory::locked_kib());
  setup::map(4096);
  report("another page, not locked", memory::locked_kib());
  report("munmap of a page", sys::munmap(bytes + 4096, 4096));
  report("five pages", memory::locked_kib());
  report("munmap of the shared ones", sys::munmap(shared, 2 * 4096));
  report("three pages", memory::locked_kib());
  report("munmap of the others", sys::munmap(bytes, 4 * 4096));
  report("none", memory::locked_kib());
}
