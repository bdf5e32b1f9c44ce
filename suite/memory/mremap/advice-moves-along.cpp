// Advice of madvise about fork still holds for a mapping that has moved.
// Covers: mremap MADV_DONTFORK, MADV_WIPEONFORK
// Covers: madvise MADV_DONTFORK, MADV_WIPEONFORK, mremap
#include "suite/memory/mappings.h"

void test() {
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  uint8_t *kept = setup::map(4096), *wiped = setup::map(4096), *place = setup::map(3 * 4096);
  __builtin_memset(place, 'p', 3 * 4096);
  kept[4095] = 'k';
  wiped[4095] = 'w';
  setup::require_zero("madvise", sys::madvise(kept, 4096, MADV_DONTFORK));
  setup::require_zero("madvise", sys::madvise(wiped, 4096, MADV_WIPEONFORK));
  report("place", reinterpret_cast<uintptr_t>(place));
  report("mremap of one", sys::mremap(kept, 4096, 4096, MREMAP_MAYMOVE | MREMAP_FIXED, place));
  report("mremap of the other", sys::mremap(wiped, 4096, 4096, MREMAP_MAYMOVE | MREMAP_FIXED, place + 4096));
  setup::in_child([&] {
    report("in the child, writes from the pages", memory::writes_from(probe, place, 3));
    report("in the child, second page", Text(place + 8190, 4));
  });
  report("writes from the pages", memory::writes_from(probe, place, 3));
  report("second page", Text(place + 8190, 4));
}
