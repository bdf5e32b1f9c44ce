// A pipe ends when the last of its writers closes, not before: neither one of
// two copies nor a child's copy is the last.
// Covers: close last copy, fork
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_NONBLOCK);
  int copy = setup::require_fd("dup", sys::dup(pipe.write));
  int writer = pipe.write.release();
  char byte;
  report("close of one", sys::close(writer));
  report("read", sys::read(pipe.read, &byte, 1));
  setup::in_child([&] { report("close in a child", sys::close(copy)); });
  report("read", sys::read(pipe.read, &byte, 1));
  report("close of the last", sys::close(copy));
  report("read", sys::read(pipe.read, &byte, 1));
}
