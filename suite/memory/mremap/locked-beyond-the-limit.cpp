// Without privilege locked memory does not grow beyond the limit. Memory that is not
// locked does.
// Covers: mremap EAGAIN, MAP_LOCKED
// REQUIRES: ns-root || user
#include "wali/test.h"

void test() {
  setup::limit(RLIMIT_MEMLOCK, 2 * 4096);
  Result locked = sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_LOCKED, -1, 0);
  setup::require_address("mmap", locked, 4096);
  *locked.pointer() = 0x6d;
  report("to three pages of two", sys::mremap(locked.pointer(), 4096, 3 * 4096, MREMAP_MAYMOVE, nullptr));
  Result grown = sys::mremap(locked.pointer(), 4096, 2 * 4096, MREMAP_MAYMOVE, nullptr);
  report("to two pages, address modulo 4096", grown.value % 4096);
  report("first byte", *grown.pointer());
  report("not locked, address modulo 4096",
         sys::mremap(setup::map(4096), 4096, 3 * 4096, MREMAP_MAYMOVE, nullptr).value % 4096);
}
