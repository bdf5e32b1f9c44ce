// A hint that leads to free pages is honoured. A hint within a page leads to that page.
// Covers: mmap hint
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(8 * 4096);
  report("page 0", reinterpret_cast<uintptr_t>(bytes));
  setup::require_zero("munmap", sys::munmap(bytes + 4096, 6 * 4096));
  auto map = [&](size_t offset, size_t length) {
    return sys::mmap(bytes + offset, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  };
  report("page 2, two pages", map(2 * 4096, 8192));
  report("within page 5", map(5 * 4096 + 100, 4096));
  report("page 6", map(6 * 4096, 4096));
}
