// A pipe ends when its last writer is closed. It does not end while a copy is open, in this
// process or in the parent of a child that closes its own.
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
