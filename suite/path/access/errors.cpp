// access refuses a path that leads to no file, and a mode with unknown bits, each with its own
// error.
// Covers: access ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EINVAL
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  auto attempt = [](const char *path) { return sys::access(path, F_OK); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("file with a slash behind it", attempt("file/"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("mode 8", sys::access("file", 8));
  report("mode -1", sys::access("file", -1));
}
