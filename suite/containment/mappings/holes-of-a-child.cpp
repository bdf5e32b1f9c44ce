// After MADV_DONTFORK on thousands of ranges, a child finds none of the host's data in the holes.
// It can write there, and works.
// Covers: mappings MADV_DONTFORK, fork
// Oracle: ABI.md, Memory
#include "suite/containment/containment.h"

void test() {
  constexpr size_t page = 4096, count = 9000, large = 8 << 20;
  uint8_t *pages = setup::map(2 * count * page);
  for (size_t i = 0; i < count; ++i)
    setup::require_zero("madvise", sys::madvise(pages + 2 * i * page, page, MADV_DONTFORK));
  uint8_t *bytes = setup::map(large);
  setup::require_zero("madvise", sys::madvise(bytes, large, MADV_DONTFORK));
  for (int i = 0; i < 5; ++i)
    report("child", containment::after([&] {
             const int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED;
             setup::require_address("mmap", sys::mmap(bytes, large, PROT_READ | PROT_WRITE, flags, -1, 0), large);
             __builtin_memset(bytes, 0x5a, large);
           }));
}
