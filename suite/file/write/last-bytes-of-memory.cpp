// write accepts a buffer that ends where memory ends. If it goes beyond, the part within memory is written.
// Covers: write last valid byte, partial transfer
// REQUIRES: partial-writes
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_WRONLY | O_CREAT);
  uint8_t *last = setup::last_bytes(8);
  __builtin_memcpy(last, "lastbyte", 8);
  report("write that fits", sys::write(file, last, 8));
  report("write that does not", sys::write(file, last + 4, 5));
  report("contents", setup::read_file("file"));
}
