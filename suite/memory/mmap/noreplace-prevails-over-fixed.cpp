// With MAP_FIXED and MAP_FIXED_NOREPLACE together nothing is replaced.
// Covers: mmap MAP_FIXED, MAP_FIXED_NOREPLACE, EEXIST
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(3 * 4096);
  __builtin_memset(bytes, 'f', 3 * 4096);
  setup::require_zero("munmap", sys::munmap(bytes + 4096, 4096));
  auto map = [&](size_t page, size_t pages) {
    return sys::mmap(bytes + page * 4096, pages * 4096, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_FIXED_NOREPLACE, -1, 0);
  };
  report("first page", reinterpret_cast<uintptr_t>(bytes));
  report("a page that is taken", map(0, 1));
  report("one free, one taken", map(1, 2));
  report("the free page", map(1, 1));
  report("around its begin", Text(bytes + 4094, 4));
  report("around its end", Text(bytes + 8190, 4));
}
