// pread64 accepts a buffer that ends where memory ends. One that goes beyond gets the part that fits.
// Covers: pread64 last valid byte, partial transfer
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789abcdefghij");
  Fd file = setup::open("file", O_RDONLY);
  uint8_t *last = setup::last_bytes(8);
  report("pread64 that fits", sys::pread64(file, last, 8, 1));
  report("bytes", Text(last, 8));
  report("pread64 that does not", sys::pread64(file, last + 2, 9, 10));
  report("bytes", Text(last, 8));
}
