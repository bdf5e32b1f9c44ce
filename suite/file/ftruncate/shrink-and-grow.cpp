// A truncated file loses what lay beyond its new end, and shows zeros there when it grows again. The position stays
// where it was, even beyond the end.
// Covers: ftruncate shrink, grow, position
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR);
  setup::seek(file, 8);
  report("shrink", sys::ftruncate(file, 4));
  report("contents", setup::read_file("file"));
  report("position", sys::lseek(file, 0, SEEK_CUR));
  report("grow", sys::ftruncate(file, 7));
  report("contents", setup::read_file("file"));
  report("to nothing", sys::ftruncate(file, 0));
  report("size", setup::file_size("file"));
  setup::write_all(file, "x");
  report("contents after a write", setup::read_file("file"));
}
