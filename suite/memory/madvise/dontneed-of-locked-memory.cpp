// Since Linux 5.18 MADV_DONTNEED_LOCKED discards the contents of locked memory too. It stays
// locked.
// Covers: madvise MADV_DONTNEED_LOCKED
#include "suite/memory/mappings.h"

void test() {
  constexpr int dontneed_locked = 24;
  report("locked at first", memory::locked_kib());
  uint8_t *locked = memory::map_locked(2 * 4096), *other = setup::map(4096);
  __builtin_memset(locked, 'l', 2 * 4096);
  other[0] = 'o';
  report("second page of locked memory", sys::madvise(locked + 4096, 4096, dontneed_locked));
  report("around its begin", Text(locked + 4094, 4));
  report("locked", memory::locked_kib());
  report("other memory", sys::madvise(other, 4096, dontneed_locked));
  report("its first byte", Text(other, 1));
}
