// A descriptor copied onto itself is that descriptor, untouched: it stays open
// and keeps its close-on-exec flag. One that is not open is EBADF.
// Covers: dup2 same descriptor, EBADF
#include "wali/test.h"

void test() {
  setup::write_file("file", "data");
  Fd file = setup::open("file", O_RDONLY | O_CLOEXEC);
  report("descriptor", int{file});
  report("dup2", sys::dup2(file, file));
  report("descriptor flags", setup::descriptor_flags(file));
  report("it reads", setup::read_all(file));
  report("dup2 of 1000, not open, onto itself", sys::dup2(1000, 1000));
  report("dup2 of -1 onto itself", sys::dup2(-1, -1));
}
