// Without privileges a pipe cannot grow beyond the system's limit, and keeps its size.
// Covers: fcntl F_SETPIPE_SZ, EPERM, pipe-max-size
// REQUIRES: user
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  report("size", sys::fcntl(pipe.write, F_GETPIPE_SZ, 0));
  report("F_SETPIPE_SZ of 1 GiB", sys::fcntl(pipe.write, F_SETPIPE_SZ, 1 << 30));
  report("size", sys::fcntl(pipe.write, F_GETPIPE_SZ, 0));
}
