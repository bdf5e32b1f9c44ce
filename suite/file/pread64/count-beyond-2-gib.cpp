// pread64 does not take a count beyond 2 GiB for a negative number, and reads the file to its end. A buffer beyond 2
// GiB is filled like any other.
// Covers: pread64 count beyond 2 GiB, address beyond 2 GiB
// REQUIRES: memory-4g
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY);
  uint8_t *block = setup::map_sparse(0xa0000000);
  report("pread64", sys::pread64(file, block, 0x90000000, 0));
  report("bytes", Text(block, 11));
  report("pread64 at a high address", sys::pread64(file, block + 0x90000000, 4, 0));
  report("bytes", Text(block + 0x90000000, 5));
}
