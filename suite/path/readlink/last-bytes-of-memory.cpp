// readlink accepts a path and a buffer that end with the last byte of memory. It refuses what reaches beyond it.
// Covers: readlink last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::symlink("target", "l");
  char *path = setup::at_the_end("l"), *outside = static_cast<char *>(setup::bad_address());
  char any[6];
  report("path up to the last byte", sys::readlink(path, any, 6));
  path[1] = 'x';
  report("path without an end", sys::readlink(path, any, 6));
  report("path outside memory", sys::readlink(outside, any, 6));
  char *last = reinterpret_cast<char *>(setup::last_bytes(6));
  report("buffer up to the last byte", sys::readlink("l", last, 6));
  report("target", Text(last, 6));
  report("buffer across the end", sys::readlink("l", last + 1, 6));
  report("buffer outside memory", sys::readlink("l", outside, 6));
}
