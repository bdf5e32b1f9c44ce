// F_SETPIPE_SZ of 0 gives a pipe the least size, a page, by either end. It holds as much.
// Covers: fcntl F_SETPIPE_SZ, F_GETPIPE_SZ
#include "wali/test.h"

void test() {
  static char block[4096];
  Pipe pipe = setup::pipe(O_NONBLOCK), other = setup::pipe();
  report("F_SETPIPE_SZ by the reader", sys::fcntl(pipe.read, F_SETPIPE_SZ, 0));
  report("F_GETPIPE_SZ by the writer", sys::fcntl(pipe.write, F_GETPIPE_SZ, 0));
  report("F_SETPIPE_SZ by the other's writer", sys::fcntl(other.write, F_SETPIPE_SZ, 0));
  report("write of a page", sys::write(pipe.write, block, sizeof(block)));
  report("write of one more", sys::write(pipe.write, block, 1));
  report("F_SETPIPE_SZ of a full one", sys::fcntl(pipe.read, F_SETPIPE_SZ, 0));
}
