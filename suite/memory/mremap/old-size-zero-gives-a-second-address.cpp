// With an old size of 0 mremap gives a shared mapping a second address and leaves the first:
// what is written at one is read at the other.
// Covers: mremap MAP_SHARED, old size 0
#include "wali/test.h"

void test() {
  auto *first = static_cast<uint8_t *>(setup::shared_memory(8192));
  __builtin_memcpy(first, "written before", 14);
  const Result mapped = sys::mremap(first, 0, 8192, MREMAP_MAYMOVE, nullptr);
  report("mremap", mapped);
  uint8_t *second = setup::require_address("mremap", mapped, 8192);
  report("at the second address", Text(second, 14));
  __builtin_memcpy(second + 4096, "by the second", 13);
  report("at the first address", Text(first + 4096, 13));
  __builtin_memcpy(first + 4096, "by the first!", 13);
  report("at the second address", Text(second + 4096, 13));
}
