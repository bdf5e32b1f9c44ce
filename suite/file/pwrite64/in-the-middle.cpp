// Exactly the given bytes are replaced, including bytes with the high bit. A write beyond the end leaves a hole of
// zeros, and a count of 0 does nothing.
// Covers: pwrite64 exact bytes, count, hole
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_WRONLY);
  report("in the middle", sys::pwrite64(file, "\x80\xff\n-unseen", 3, 4));
  report("contents", setup::read_file("file"));
  report("of nothing, beyond the end", sys::pwrite64(file, "lost", 0, 50));
  report("beyond the end", sys::pwrite64(file, "Z", 1, 12));
  report("contents", setup::read_file("file"));
  report("position", sys::lseek(file, 0, SEEK_CUR));
}
