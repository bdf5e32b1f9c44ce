// A path of 4095 bytes is followed to its end, and a name of 255 can be made.
// Covers: openat path length
#include "wali/test.h"

void test() {
  struct stat here = setup::stat("."), there = {};
  Result opened = sys::openat(AT_FDCWD, setup::path_of(4095), O_RDONLY | O_DIRECTORY, 0);
  Fd directory(setup::require_fd("openat", opened));
  setup::require_zero("fstat", sys::fstat(directory, &there));
  report("inode of .", here.st_ino);
  report("inode of what was opened", there.st_ino);
  Fd file(sys::openat(AT_FDCWD, setup::name_of(255), O_WRONLY | O_CREAT, 0600).fd());
  report("write", sys::write(file, "x", 1));
  report("size by name", setup::file_size(setup::name_of(255)));
}
