// pwrite64 accepts a buffer that ends where memory ends. If it goes beyond, the part within memory is written.
// Covers: pwrite64 last valid byte, partial transfer
// REQUIRES: partial-writes
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_WRONLY | O_CREAT);
  uint8_t *last = setup::last_bytes(8);
  __builtin_memcpy(last, "lastbyte", 8);
  report("pwrite64 that fits", sys::pwrite64(file, last, 8, 2));
  report("pwrite64 that does not", sys::pwrite64(file, last + 4, 5, 10));
  report("contents", setup::read_file("file"));
}
