// Without privilege MAP_LOCKED is refused beyond the limit of locked memory.
// Covers: mmap MAP_LOCKED, EAGAIN, EPERM
// REQUIRES: ns-root || user
#include "wali/test.h"

void test() {
  auto map = [](size_t length) {
    return sys::mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_LOCKED, -1, 0);
  };
  setup::limit(RLIMIT_MEMLOCK, 2 * 4096);
  report("three pages of two", map(3 * 4096));
  Result two = map(2 * 4096);
  setup::require_address("mmap", two, 2 * 4096);
  report("one page more", map(4096));
  report("munmap", sys::munmap(two.pointer(), 2 * 4096));
  setup::limit(RLIMIT_MEMLOCK, 0);
  report("limit 0", map(4096));
}
