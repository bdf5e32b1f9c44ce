// getdents64 refuses a descriptor that is not a directory open for reading, and a removed
// directory, and writes nothing.
// Covers: getdents64 EBADF, ENOTDIR, ENOENT, EFAULT
#include "wali/test.h"

void test() {
  setup::mkdir("removed");
  Fd removed = setup::open("removed", O_RDONLY | O_DIRECTORY), file = setup::open("file", O_RDWR | O_CREAT),
     handle = setup::open(".", O_PATH);
  Fd here = setup::open(".", O_RDONLY | O_DIRECTORY);
  setup::rmdir("removed");
  GuardedBytes<256> buffer;
  report("-1", sys::getdents64(-1, *&buffer, 256));
  report("O_PATH handle", sys::getdents64(handle, *&buffer, 256));
  report("file", sys::getdents64(file, *&buffer, 256));
  report("pipe", sys::getdents64(setup::pipe().read, *&buffer, 256));
  report("removed directory", sys::getdents64(removed, *&buffer, 256));
  report_poison("buffer", buffer);
  report("buffer outside memory", sys::getdents64(here, setup::bad_address(), 256));
}
