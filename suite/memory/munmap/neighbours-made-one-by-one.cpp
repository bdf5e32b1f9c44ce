// Mappings that three calls of mmap made side by side are unmapped by one call, also if it begins
// and ends within one of them.
// Covers: munmap several mappings
#include "suite/memory/mappings.h"

void test() {
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  uint8_t *bytes = setup::map(5 * 4096);
  setup::require_zero("munmap", sys::munmap(bytes, 5 * 4096));
  auto map = [&](size_t page, size_t pages, int kind) {
    setup::require_address(
        "mmap",
        sys::mmap(bytes + page * 4096, pages * 4096, PROT_READ | PROT_WRITE, kind | MAP_ANONYMOUS | MAP_FIXED, -1, 0),
        pages * 4096);
  };
  map(0, 2, MAP_PRIVATE);
  map(2, 1, MAP_SHARED);
  map(3, 2, MAP_PRIVATE);
  report("writes from the pages", memory::writes_from(probe, bytes, 5));
  report("munmap of the middle", sys::munmap(bytes + 4096, 3 * 4096));
  report("writes from the pages", memory::writes_from(probe, bytes, 5));
  report("munmap of all", sys::munmap(bytes, 5 * 4096));
  report("writes from the pages", memory::writes_from(probe, bytes, 5));
}
