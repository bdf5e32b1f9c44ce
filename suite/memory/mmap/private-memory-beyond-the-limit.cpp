// Beyond RLIMIT_DATA no more private memory can be made writable, by mmap or by mprotect. What
// may only be read or is shared does not count.
// Covers: mmap ENOMEM, RLIMIT_DATA
// Covers: mprotect ENOMEM, RLIMIT_DATA
// Covers: setrlimit RLIMIT_DATA
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(8 * 4096);
  setup::require_zero("munmap", sys::munmap(bytes, 8 * 4096));
  auto map = [=](size_t page, int prot, int kind) {
    return sys::mmap(bytes + page * 4096, 4096, prot, kind | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  };
  constexpr int both = PROT_READ | PROT_WRITE;
  rlimit before = {};
  setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_DATA, &before));
  setup::limit(RLIMIT_DATA, 1);
  const Result writable = map(0, both, MAP_PRIVATE), readable = map(1, PROT_READ, MAP_PRIVATE),
               shared = map(2, both, MAP_SHARED), changed = sys::mprotect(bytes + 4096, 4096, both);
  setup::limit(RLIMIT_DATA, before.rlim_cur);
  report("where", reinterpret_cast<uintptr_t>(bytes));
  report("private, to write", writable);
  report("private, to read", readable);
  report("shared, to write", shared);
  report("mprotect of the one to read", changed);
  report("mprotect without the limit", sys::mprotect(bytes + 4096, 4096, both));
  report("private, to write, without the limit", map(0, both, MAP_PRIVATE));
}
