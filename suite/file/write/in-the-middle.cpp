// A write in the middle of a file replaces those bytes only; beyond the end it
// leaves a hole of zeros.
// Covers: write position, hole
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_WRONLY);
  setup::require("lseek", sys::lseek(file, 3, SEEK_SET));
  report("write in the middle", sys::write(file, "ABCD", 3));
  report("contents", setup::read_file("file"));
  setup::require("lseek", sys::lseek(file, 14, SEEK_SET));
  report("write beyond the end", sys::write(file, "Z", 1));
  report("contents", setup::read_file("file"));
}
