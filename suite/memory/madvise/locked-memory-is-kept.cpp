// MADV_DONTNEED and MADV_REMOVE refuse locked memory, which keeps its contents.
// Covers: madvise MADV_DONTNEED, MADV_REMOVE, EINVAL
#include "suite/memory/mappings.h"

void test() {
  uint8_t *own = memory::map_locked(2 * 4096), *shared = memory::map_locked(2 * 4096, MAP_SHARED);
  __builtin_memset(own, 'l', 2 * 4096);
  __builtin_memset(shared, 's', 2 * 4096);
  report("MADV_DONTNEED, private", sys::madvise(own, 2 * 4096, MADV_DONTNEED));
  report("MADV_DONTNEED, shared", sys::madvise(shared, 2 * 4096, MADV_DONTNEED));
  report("MADV_REMOVE, shared", sys::madvise(shared, 2 * 4096, MADV_REMOVE));
  report("private", Text(own + 4094, 4));
  report("shared", Text(shared + 4094, 4));
}
