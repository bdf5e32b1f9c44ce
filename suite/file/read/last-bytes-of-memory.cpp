// read accepts a buffer that ends where memory ends. One that goes beyond gets the part that fits.
// Covers: read last valid byte, partial transfer
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789abcdefghij");
  Fd file = setup::open("file", O_RDONLY);
  uint8_t *last = setup::last_bytes(8);
  report("read that fits", sys::read(file, last, 8));
  report("bytes", Text(last, 8));
  report("read that does not", sys::read(file, last, 9));
  report("bytes", Text(last, 8));
  report("position", sys::lseek(file, 0, SEEK_CUR));
}
