// Only files in memory have seals: a pipe, a directory and a device have none.
// Covers: fcntl F_GET_SEALS, F_ADD_SEALS, EINVAL, seals of what has none
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  Fd null = setup::open("/dev/null", O_RDWR), directory = setup::open("/", O_RDONLY);
  report("F_GET_SEALS: pipe", sys::fcntl(pipe.read, F_GET_SEALS, 0));
  report("F_ADD_SEALS: pipe", sys::fcntl(pipe.write, F_ADD_SEALS, F_SEAL_WRITE));
  report("F_GET_SEALS: /dev/null", sys::fcntl(null, F_GET_SEALS, 0));
  report("F_GET_SEALS: directory", sys::fcntl(directory, F_GET_SEALS, 0));
  report("F_ADD_SEALS: -1", sys::fcntl(-1, F_ADD_SEALS, F_SEAL_WRITE));
}
