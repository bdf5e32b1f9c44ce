// A descriptor keeps the rights with which it was opened: it can still be read and written after the
// mode forbids both. The next open is judged by the new mode.
// Covers: chmod open descriptors, EACCES
// Covers: fchmod open descriptors, EACCES
// REQUIRES: user
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  report("chmod", sys::chmod("file", 0));
  report("openat to read", sys::openat(AT_FDCWD, "file", O_RDONLY, 0));
  report("write", sys::write(file, "still", 5));
  char bytes[8] = {};
  report("pread64", sys::pread64(file, bytes, 5, 0));
  report("bytes", Text(bytes, 5));
  report("chmod to reading alone", sys::chmod("file", 0400));
  report("openat to write", sys::openat(AT_FDCWD, "file", O_WRONLY, 0));
  Fd reader = setup::open("file", O_RDONLY);
  report("fchmod to writing alone", sys::fchmod(reader, 0200));
  report("openat to read", sys::openat(AT_FDCWD, "file", O_RDONLY, 0));
  report("read", sys::read(reader, bytes, 5));
  report("write to the one for reading", sys::write(reader, "x", 1));
}
