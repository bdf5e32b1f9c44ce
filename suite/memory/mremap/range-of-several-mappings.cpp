// A range that consists of several mappings cannot grow, but it can shrink, in place, across
// them.
// Covers: mremap EFAULT, several mappings
#include "suite/memory/mappings.h"

void test() {
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  uint8_t *bytes = setup::map(4 * 4096);
  __builtin_memset(bytes, 's', 4 * 4096);
  setup::require_zero("mprotect", sys::mprotect(bytes + 2 * 4096, 4096, PROT_READ));
  report("to five pages", sys::mremap(bytes, 4 * 4096, 5 * 4096, MREMAP_MAYMOVE, nullptr));
  report("writes from the pages", memory::writes_from(probe, bytes, 4));
  report("address", reinterpret_cast<uintptr_t>(bytes));
  report("to one page", sys::mremap(bytes, 4 * 4096, 4096, 0, nullptr));
  report("writes from the pages", memory::writes_from(probe, bytes, 4));
  report("first page", Text(bytes + 4094, 2));
}
