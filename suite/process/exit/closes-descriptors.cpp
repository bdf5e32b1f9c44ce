// When the last thread exits, the process's descriptors are closed: a pipe ends and a lock of an
// open file is gone.
// Covers: exit descriptors
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  Child child = setup::fork([&] {
    Fd own = setup::open("file", O_RDWR);
    setup::require_zero("flock", sys::flock(own, LOCK_EX));
    setup::write_all(pipe.write, "x");
    sys::exit(3);
  });
  pipe.write.reset();
  char byte;
  report("read", sys::read(pipe.read, &byte, 1));
  report("read again", sys::read(pipe.read, &byte, 1));
  report("child", child.wait());
  report("flock", sys::flock(file, LOCK_EX | LOCK_NB));
}
