// fchmod changes the mode of a file that has no name any more, and of a pipe. What is open can
// still be read and written.
// Covers: fchmod success
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT), second = setup::open("file", O_RDONLY);
  setup::unlink("file");
  report("fchmod", sys::fchmod(file, 0));
  struct stat status = {};
  setup::require_zero("fstat", sys::fstat(second, &status));
  report("st_mode by another descriptor", FileMode{status.st_mode});
  report("write", sys::write(file, "x", 1));
  Pipe pipe = setup::pipe();
  report("fchmod of a pipe", sys::fchmod(pipe.read, 0642));
  setup::require_zero("fstat", sys::fstat(pipe.write, &status));
  report("st_mode by its other end", FileMode{status.st_mode});
}
