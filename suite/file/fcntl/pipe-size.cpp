// F_SETPIPE_SZ rounds up to pages and gives the new size, the same at both ends. It does not go below what the pipe
// holds.
// Covers: fcntl F_GETPIPE_SZ, F_SETPIPE_SZ, EBUSY
#include "wali/test.h"

void test() {
  static char block[8192];
  Pipe pipe = setup::pipe(O_NONBLOCK);
  report("at first", sys::fcntl(pipe.read, F_GETPIPE_SZ, 0));
  report("F_SETPIPE_SZ 5000", sys::fcntl(pipe.write, F_SETPIPE_SZ, 5000));
  report("size at the other end", sys::fcntl(pipe.read, F_GETPIPE_SZ, 0));
  report("write of 8192 bytes", sys::write(pipe.write, block, 8192));
  report("write of one more", sys::write(pipe.write, block, 1));
  report("F_SETPIPE_SZ 4096", sys::fcntl(pipe.write, F_SETPIPE_SZ, 4096));
  report("size", sys::fcntl(pipe.write, F_GETPIPE_SZ, 0));
  report("F_SETPIPE_SZ 131072", sys::fcntl(pipe.read, F_SETPIPE_SZ, 131072));
  report("write of one more", sys::write(pipe.write, block, 1));
  Pipe small = setup::pipe();
  report("F_SETPIPE_SZ 1", sys::fcntl(small.write, F_SETPIPE_SZ, 1));
}
