// When a file shrinks, the pages that it has lost are gone from its private mappings too, also
// those that had been written. When the file grows again, they show zeros.
// Covers: mmap MAP_PRIVATE, end of file
// Covers: ftruncate mapping
#include "suite/memory/mappings.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT), probe = setup::open("probe", O_RDWR | O_CREAT);
  setup::resize(file, 2 * 4096);
  uint8_t *copy = memory::view(file, 2 * 4096, MAP_PRIVATE);
  __builtin_memset(copy, 'c', 2 * 4096);
  setup::resize(file, 4096);
  report("writes from the pages", memory::writes_from(probe, copy, 2));
  report("first page", Text(copy + 4092, 4));
  setup::resize(file, 2 * 4096);
  report("writes from the pages", memory::writes_from(probe, copy, 2));
  report("second page", Text(copy + 4096, 4));
}
