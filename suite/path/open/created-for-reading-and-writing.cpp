// A new file opened with O_RDWR can be written and read back. A descriptor with O_RDONLY refuses to write, and one
// with O_WRONLY to read.
// Covers: open O_CREAT, O_RDONLY, O_WRONLY, O_RDWR
#include "wali/test.h"

void test() {
  Fd both(sys::open("file", O_RDWR | O_CREAT, 0600).fd());
  report("write", sys::write(both, "abc", 3));
  char buffer[8];
  report("pread64", sys::pread64(both, buffer, sizeof(buffer), 0));
  report("bytes", Text(buffer, 3));
  Fd reading(sys::open("file", O_RDONLY, 0).fd());
  report("read", sys::read(reading, buffer, 1));
  report("write where O_RDONLY", sys::write(reading, "x", 1));
  Fd writing(sys::open("file", O_WRONLY, 0).fd());
  report("write", sys::write(writing, "X", 1));
  report("read where O_WRONLY", sys::read(writing, buffer, 1));
  report("contents", setup::read_file("file"));
}
