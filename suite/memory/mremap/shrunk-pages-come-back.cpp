// A shared mapping without a file that shrinks and grows again has its old pages with their
// contents, and nothing behind them.
// Covers: mremap MAP_SHARED, MAP_ANONYMOUS, shrink and grow
#include "suite/memory/mappings.h"

void test() {
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  uint8_t *two = memory::view(-1, 2 * 4096, MAP_SHARED | MAP_ANONYMOUS);
  __builtin_memset(two, 'a', 4096);
  __builtin_memset(two + 4096, 'b', 4096);
  report("mapped at", reinterpret_cast<uintptr_t>(two));
  report("mremap to one page", sys::mremap(two, 2 * 4096, 4096, 0, nullptr));
  report("writes from the pages", memory::writes_from(probe, two, 2));
  const Result grown = sys::mremap(two, 4096, 3 * 4096, MREMAP_MAYMOVE, nullptr);
  report("mremap to three pages", grown);
  uint8_t *bytes = setup::require_address("mremap", grown, 3 * 4096);
  report("around the end of the first page", Text(bytes + 4094, 4));
  report("end of the second page", Text(bytes + 8190, 2));
  report("writes from the pages", memory::writes_from(probe, bytes, 3));
}
