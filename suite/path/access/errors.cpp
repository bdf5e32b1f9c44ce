// Paths and arguments that are no good are refused with the error that says why.
// Covers: access ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EINVAL
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
  auto attempt = [](const char *path) { return sys::access(path, F_OK); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(name_of(256)));
  report("path of 4096 bytes", attempt(path_of(4096)));
  report("mode 8", sys::access("file", 8));
  report("mode -1", sys::access("file", -1));
}
