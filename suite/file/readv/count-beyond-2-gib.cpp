// readv does not take a count beyond 2 GiB for a negative number, and reads the file to its end. A buffer beyond 2
// GiB is filled like any other.
// Covers: readv count beyond 2 GiB, address beyond 2 GiB
// REQUIRES: memory-4g
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY);
  uint8_t *block = setup::map_sparse(0xa0000000);
  const iovec vector[] = {{block, 0x90000000}, {block + 0x90000000, 4}};
  report("readv", sys::readv(file, vector, 2));
  report("bytes", Text(block, 11));
  setup::seek(file, 0);
  const iovec high[] = {{block + 0x90000000, 4}};
  report("readv at a high address", sys::readv(file, high, 1));
  report("bytes", Text(block + 0x90000000, 5));
}
