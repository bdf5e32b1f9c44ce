// An empty target, a name that is taken and one that leads nowhere are refused.
// Covers: symlink ENOENT, EEXIST, ENOTDIR, ELOOP, ENAMETOOLONG
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
  setup::mkdir("directory");
  setup::symlink("loop", "loop");
  report("empty target", sys::symlink("", "new"));
  report("empty name", sys::symlink("file", ""));
  report("new name in a missing directory", sys::symlink("file", "missing/new"));
  report("taken by a file", sys::symlink("x", "file"));
  report("taken by a directory", sys::symlink("x", "directory"));
  report("taken by a link", sys::symlink("x", "loop"));
  report("new name below a file", sys::symlink("x", "file/new"));
  report("link to itself on the way", sys::symlink("x", "loop/new"));
  report("name of 256 bytes", sys::symlink("x", name_of(256)));
  report("path of 4096 bytes", sys::symlink("x", path_of(4096)));
  report("target of 4096 bytes", sys::symlink(path_of(4096), "new"));
  report("new", sys::access("new", F_OK));
  report("new name with a slash behind it", sys::symlink("x", "new/"));
}
