// The new number is closed first, even as the last writer of a pipe, and then
// names the old one's open file, without the close-on-exec flag of either.
// Covers: dup2 closes the new one, shared offset, FD_CLOEXEC
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY | O_CLOEXEC);
  Pipe pipe = setup::pipe(O_NONBLOCK | O_CLOEXEC);
  int target = pipe.write;
  report("new number", target);
  report("dup2", sys::dup2(file, target));
  char byte = '?';
  report("read of the pipe", sys::read(pipe.read, &byte, 1));
  report("descriptor flags of the old", setup::descriptor_flags(file));
  report("descriptor flags of the new", setup::descriptor_flags(target));
  setup::seek(file, 7);
  report("the new one reads", setup::read_all(target));
  report("position of the old", sys::lseek(file, 0, SEEK_CUR));
}
