// O_CLOEXEC sets the close-on-exec flag of the copy and of nothing else. Without it the copy has none. What was open
// under the new number is closed.
// Covers: dup3 O_CLOEXEC, flags 0, closes the new one
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY);
  Pipe pipe = setup::pipe(O_NONBLOCK);
  report("dup3 with O_CLOEXEC", sys::dup3(file, 77, O_CLOEXEC));
  report("descriptor flags of the copy", setup::descriptor_flags(77));
  report("descriptor flags of the old", setup::descriptor_flags(file));
  report("copy of the copy, without", sys::dup3(77, 78, 0));
  report("descriptor flags", setup::descriptor_flags(78));
  int writer = pipe.write;
  report("number of a pipe's writer", writer);
  report("dup3 to it", sys::dup3(file, writer, O_CLOEXEC));
  char byte = '?';
  report("read of the pipe", sys::read(pipe.read, &byte, 1));
  setup::seek(file, 7);
  report("a copy reads", setup::read_all(78));
}
