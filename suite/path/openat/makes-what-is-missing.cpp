// O_CREAT makes and opens a file that does not exist. The second time it opens the existing file.
// Covers: openat O_CREAT, AT_FDCWD, O_CREAT of what is there
#include "wali/test.h"

void test() {
  report("before", sys::openat(AT_FDCWD, "new", O_RDWR, 0));
  Result made = sys::openat(AT_FDCWD, "new", O_WRONLY | O_CREAT, 0600);
  report("made", made);
  report("write", sys::write(made.fd(), "contents", 8));
  Result again = sys::openat(AT_FDCWD, "new", O_RDONLY | O_CREAT, 0600);
  report("again", again);
  char bytes[16] = {};
  report("read", sys::read(again.fd(), bytes, sizeof(bytes)));
  report("bytes", Text(bytes, 8));
}
