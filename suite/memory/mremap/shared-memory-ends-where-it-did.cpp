// A shared mapping without a file can grow, but there is no memory behind its old end: calls get
// -EFAULT there, and so do those of a child.
// Covers: mremap MAP_SHARED, MAP_ANONYMOUS
#include "suite/memory/mappings.h"

void test() {
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  setup::write_all(probe, "p");
  uint8_t *two = memory::view(-1, 2 * 4096, MAP_SHARED | MAP_ANONYMOUS);
  two[4096] = 's';
  const Result grown = sys::mremap(two, 2 * 4096, 3 * 4096, MREMAP_MAYMOVE, nullptr);
  report("mremap", grown);
  uint8_t *bytes = setup::require_address("mremap", grown, 3 * 4096);
  report("second page", Text(bytes + 4096, 1));
  report("reads into the pages", memory::reads_into(probe, bytes, 3));
  report("writes from the pages", memory::writes_from(probe, bytes, 3));
  setup::in_child([&] { report("in a child, writes from the pages", memory::writes_from(probe, bytes, 3)); });
}
