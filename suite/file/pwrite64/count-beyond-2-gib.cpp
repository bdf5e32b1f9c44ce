// pwrite64 cuts a count beyond 2 GiB to the 2 GiB less a page that Linux transfers at most. A buffer at an address
// beyond 2 GiB is written like any other.
// Covers: pwrite64 count beyond 2 GiB, clipped count, address beyond 2 GiB
// REQUIRES: memory-4g
#include "wali/test.h"

void test() {
  Fd null = setup::open("/dev/null", O_WRONLY), file = setup::open("file", O_WRONLY | O_CREAT);
  uint8_t *block = setup::map_sparse(0xa0000000);
  __builtin_memcpy(block + 0x90000000, "high", 4);
  report("pwrite64", sys::pwrite64(null, block, 0x90000000, 0));
  report("pwrite64 from a high address", sys::pwrite64(file, block + 0x90000000, 4, 0));
  report("contents", setup::read_file("file"));
}
