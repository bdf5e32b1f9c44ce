// A path that leads to no directory is refused, also before the caller's rights are
// looked at.
// Covers: chroot ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EFAULT
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
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  report("missing", sys::chroot("missing"));
  report("empty path", sys::chroot(""));
  report("file", sys::chroot("file"));
  report("link to itself", sys::chroot("loop"));
  report("name of 256 bytes", sys::chroot(name_of(256)));
  report("path of 4096 bytes", sys::chroot(path_of(4096)));
  report("path outside memory", sys::chroot(static_cast<char *>(setup::bad_address())));
}
