// fadvise refuses a pipe, an unknown advice, a negative length, and a descriptor that is
// not open or only for a path.
// Covers: fadvise EBADF, ESPIPE, EINVAL
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDONLY), path = setup::open("file", O_PATH);
  Pipe pipe = setup::pipe();
  report("fadvise: closed", sys::fadvise(-1, 0, 0, POSIX_FADV_NORMAL));
  report("fadvise: O_PATH", sys::fadvise(path, 0, 0, POSIX_FADV_NORMAL));
  report("fadvise: pipe", sys::fadvise(pipe.read, 0, 0, POSIX_FADV_NORMAL));
  report("fadvise: advice 6", sys::fadvise(file, 0, 0, 6));
  report("fadvise: advice -1", sys::fadvise(file, 0, 0, -1));
  report("fadvise: length -1", sys::fadvise(file, 0, -1, POSIX_FADV_NORMAL));
  report("fadvise: length -4 GiB", sys::fadvise(file, 0, -0x100000000, POSIX_FADV_NORMAL));
}
