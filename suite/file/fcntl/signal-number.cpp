// F_GETSIG gives what F_SETSIG set: 0 at first, any signal up to 64, nothing
// beyond.
// Covers: fcntl F_SETSIG, F_GETSIG, EINVAL
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  report("at first", sys::fcntl(pipe.read, F_GETSIG, 0));
  report("F_SETSIG 64", sys::fcntl(pipe.read, F_SETSIG, 64));
  report("F_GETSIG", sys::fcntl(pipe.read, F_GETSIG, 0));
  report("F_GETSIG of the other end", sys::fcntl(pipe.write, F_GETSIG, 0));
  report("F_SETSIG 65", sys::fcntl(pipe.read, F_SETSIG, 65));
  report("F_SETSIG -1", sys::fcntl(pipe.read, F_SETSIG, 0xffffffff));
  report("F_GETSIG", sys::fcntl(pipe.read, F_GETSIG, 0));
  report("F_SETSIG 0", sys::fcntl(pipe.read, F_SETSIG, 0));
  report("F_GETSIG", sys::fcntl(pipe.read, F_GETSIG, 0));
}
