// MAP_FIXED_NOREPLACE maps at the given address if that is free. If the first, the middle or the
// last page is taken, it refuses and changes nothing.
// Covers: mmap MAP_FIXED_NOREPLACE, EEXIST
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(8 * 4096);
  report("page 0", reinterpret_cast<uintptr_t>(bytes));
  __builtin_memset(bytes, 0x66, 8 * 4096);
  setup::require_zero("munmap", sys::munmap(bytes + 2 * 4096, 2 * 4096));
  setup::require_zero("munmap", sys::munmap(bytes + 5 * 4096, 2 * 4096));
  auto map = [&](size_t page, size_t pages) {
    return sys::mmap(bytes + page * 4096, pages * 4096, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
  };
  report("first page taken", map(1, 2));
  report("last page taken", map(2, 3));
  report("middle page taken", map(3, 3));
  report("all taken", map(0, 2));
  report("both free", map(2, 2));
  report("the same once more", map(2, 2));
  report("one free", map(6, 1));
  report("pages before", Text(bytes + 2 * 4096 - 2, 4));
  report("pages between", Text(bytes + 4 * 4096 - 2, 4));
  report("page after", Text(bytes + 7 * 4096 - 2, 4));
}
