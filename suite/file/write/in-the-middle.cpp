// A write in the middle of a file replaces those bytes only. Beyond the end it leaves a hole of zeros.
// Covers: write position, hole
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_WRONLY);
  setup::seek(file, 3);
  report("write in the middle", sys::write(file, "ABCD", 3));
  report("contents", setup::read_file("file"));
  setup::seek(file, 14);
  report("write beyond the end", sys::write(file, "Z", 1));
  report("contents", setup::read_file("file"));
}
