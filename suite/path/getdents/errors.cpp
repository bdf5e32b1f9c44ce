// getdents refuses a descriptor that is not a directory open for reading, a removed directory, and
// a buffer that has no room for one record. The records may end at the last byte of memory.
// Covers: getdents EBADF, ENOTDIR, ENOENT, EINVAL, EFAULT, last valid byte
#include "wali/test.h"

void test() {
  setup::mkdir("removed");
  setup::mkdir("directory");
  Fd removed = setup::open("removed", O_RDONLY | O_DIRECTORY), file = setup::open("file", O_RDWR | O_CREAT);
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  setup::rmdir("removed");
  GuardedBytes<256> buffer;
  report("-1", sys::getdents(-1, *&buffer, 256));
  report("O_PATH handle", sys::getdents(setup::open("directory", O_PATH), *&buffer, 256));
  report("file", sys::getdents(file, *&buffer, 256));
  report("removed directory", sys::getdents(removed, *&buffer, 256));
  report("too small", sys::getdents(directory, *&buffer, 23));
  report("of no size", sys::getdents(directory, *&buffer, 0));
  report_poison("buffer", buffer);
  report("buffer outside memory", sys::getdents(directory, setup::bad_address(), 256));
  report("record across the end of memory", sys::getdents(directory, setup::last_bytes(16), 24));
  report("records up to the last byte", sys::getdents(directory, setup::last_bytes(48), 48));
  report("type of the second", Choice{sets::dirent_type, setup::last_bytes(1)[0]});
}
