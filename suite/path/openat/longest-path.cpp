// A path of 4095 bytes is followed to its end, and a name of 255 can be made.
// Covers: openat path length
#include "wali/test.h"

namespace {

// A name of `size` bytes.
const char *name_of(size_t size) {
  static char name[PATH_MAX + 1];
  __builtin_memset(name, 'n', size);
  name[size] = 0;
  return name;
}

// A path of `size` bytes that leads to the working directory: "./././."
const char *path_of(size_t size) {
  static char path[PATH_MAX + 2];
  for (size_t i = 0; i < size; ++i)
    path[i] = i % 2 ? '/' : '.';
  path[size] = 0;
  return path;
}

} // namespace

void test() {
  struct stat here = setup::stat("."), there = {};
  Fd directory(
      static_cast<int>(setup::require("openat", sys::openat(AT_FDCWD, path_of(4095), O_RDONLY | O_DIRECTORY, 0))));
  setup::require("fstat", sys::fstat(directory, &there));
  report("inode", compared(there.st_ino, here.st_ino));
  Fd file(sys::openat(AT_FDCWD, name_of(255), O_WRONLY | O_CREAT, 0600).fd());
  report("write", sys::write(file, "x", 1));
  report("size by name", setup::file_size(name_of(255)));
}
