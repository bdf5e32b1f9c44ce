// O_TRUNC empties a file that exists. With O_APPEND the position is 0 at first, and each write goes to the end,
// wherever it is.
// Covers: openat O_TRUNC, O_APPEND
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd append(sys::openat(AT_FDCWD, "file", O_WRONLY | O_APPEND, 0).fd());
  report("position with O_APPEND", sys::lseek(append, 0, SEEK_CUR));
  report("write", sys::write(append, "ab", 2));
  report("contents", setup::read_file("file"));
  Fd plain(sys::openat(AT_FDCWD, "file", O_RDWR | O_CREAT, 0).fd());
  report("write without O_APPEND", sys::write(plain, "AB", 2));
  report("contents", setup::read_file("file"));
  Fd emptied(sys::openat(AT_FDCWD, "file", O_WRONLY | O_TRUNC, 0).fd());
  report("size after O_TRUNC, by another descriptor", sys::lseek(plain, 0, SEEK_END));
}
