// A working directory that was removed has no path, and no new name can be made in it. Its `..`
// still leads to the directory above.
// Covers: getcwd ENOENT
#include "wali/test.h"

void test() {
  GuardedBytes<1024> buffer;
  char *path = reinterpret_cast<char *>(*&buffer);
  report("getcwd above", sys::getcwd(path, 1024));
  setup::mkdir("inner");
  setup::chdir("inner");
  setup::rmdir("../inner");
  buffer.fill();
  report("getcwd", sys::getcwd(path, 1024));
  report_poison("buffer", buffer);
  report("new file", sys::openat(AT_FDCWD, "new", O_WRONLY | O_CREAT, 0600));
  report("chdir upwards", sys::chdir(".."));
  report("getcwd above", sys::getcwd(path, 1024));
  report("path's first byte", buffer.bytes(1));
}
