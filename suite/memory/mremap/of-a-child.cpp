// A mapping that a child moves stays where it was in its parent.
// Covers: mremap fork
#include "suite/memory/mappings.h"

void test() {
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  uint8_t *bytes = setup::map(2 * 4096), *place = setup::map(2 * 4096);
  __builtin_memset(bytes, 'b', 2 * 4096);
  report("place", reinterpret_cast<uintptr_t>(place));
  setup::in_child([&] {
    report("in the child, mremap", sys::mremap(bytes, 8192, 8192, MREMAP_MAYMOVE | MREMAP_FIXED, place));
    report("in the child, writes from the old place", memory::writes_from(probe, bytes, 2));
    report("in the child, new place", Text(place + 8190, 2));
  });
  report("writes from the old place", memory::writes_from(probe, bytes, 2));
  report("old place", Text(bytes + 8190, 2));
  report("new place", Text(place + 8190, 2));
}
