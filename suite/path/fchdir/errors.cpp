// fchdir refuses a descriptor that is not open or that is not a directory, and leaves the working
// directory as it was.
// Covers: fchdir EBADF, ENOTDIR
#include "wali/test.h"

void test() {
  setup::write_file("name", "here");
  Fd file = setup::open("name", O_RDONLY);
  Pipe pipe = setup::pipe();
  report("-1", sys::fchdir(-1));
  report("AT_FDCWD", sys::fchdir(AT_FDCWD));
  int closed = setup::open(".", O_RDONLY).release();
  sys::close(closed);
  report("closed", sys::fchdir(closed));
  report("file", sys::fchdir(file));
  report("pipe", sys::fchdir(pipe.read));
  report("name", setup::read_file("name"));
}
