// O_TMPFILE makes a file without a name, with the bits of the mode that the umask leaves. The directory stays empty.
// Covers: openat O_TMPFILE, umask of an unnamed file
#include "wali/test.h"

void test() {
  sys::umask(0026);
  setup::mkdir("directory");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  Fd file(setup::require_fd("openat", sys::openat(directory, ".", O_RDWR | O_TMPFILE, 0477)));
  struct stat status = {};
  setup::require_zero("fstat", sys::fstat(file, &status));
  report("mode", FileMode{status.st_mode});
  report("links", status.st_nlink);
  setup::write_all(file, "12345");
  report("size", sys::lseek(file, 0, SEEK_END));
  report("the directory can be removed", sys::unlinkat(AT_FDCWD, "directory", AT_REMOVEDIR));
}
