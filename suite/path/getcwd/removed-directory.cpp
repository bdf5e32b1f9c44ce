// A working directory that was removed has no path, though it had one before, and no new
// names can be made in it; the way up is there still.
// Covers: getcwd ENOENT
#include "wali/test.h"

void test() {
  setup::mkdir("inner");
  setup::chdir("inner");
  GuardedBytes<256> buffer;
  setup::require_count("getcwd", sys::getcwd(reinterpret_cast<char *>(*&buffer), 256), 256);
  report("path's first byte", buffer.bytes(1));
  buffer.fill();
  setup::rmdir("../inner");
  report("getcwd", sys::getcwd(reinterpret_cast<char *>(*&buffer), 256));
  report_poison("buffer", buffer);
  report("new file", sys::openat(AT_FDCWD, "new", O_WRONLY | O_CREAT, 0600));
  report("chdir upwards", sys::chdir(".."));
  setup::require_count("getcwd", sys::getcwd(reinterpret_cast<char *>(*&buffer), 256), 256);
  report("path's first byte", buffer.bytes(1));
}
