// On a file opened with O_APPEND Linux writes at the end whatever the offset
// says, and leaves the position alone.
// Covers: pwrite64 O_APPEND
#include "wali/test.h"

void test() {
  setup::write_file("log", "start");
  Fd file = setup::open("log", O_WRONLY | O_APPEND);
  report("pwrite64", sys::pwrite64(file, "-end", 4, 1));
  report("contents", setup::read_file("log"));
  report("position", sys::lseek(file, 0, SEEK_CUR));
}
