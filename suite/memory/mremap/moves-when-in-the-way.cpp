// With MREMAP_MAYMOVE a mapping that cannot grow in place moves. The old place is then unmapped,
// and the neighbour unchanged.
// Covers: mremap MREMAP_MAYMOVE, move
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  uint8_t *bytes = setup::map(4 * 4096);
  __builtin_memset(bytes, 0x66, 2 * 4096);
  __builtin_memset(bytes + 2 * 4096, 0x77, 2 * 4096);
  report("old place", reinterpret_cast<uintptr_t>(bytes));
  Result result = sys::mremap(bytes, 2 * 4096, 3 * 4096, MREMAP_MAYMOVE, nullptr);
  report("mremap", result);
  report("contents", Text(result.pointer() + 8190, 4));
  report("write from the old place", sys::pwrite64(file, bytes, 1, 0));
  report("write from its last byte", sys::pwrite64(file, bytes + 8191, 1, 0));
  report("neighbour", Text(bytes + 8192, 2));
  report("mmap at the old place",
         sys::mmap(bytes, 8192, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0));
}
