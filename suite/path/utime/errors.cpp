// utime refuses bad paths and arguments, each with the error that names what is wrong.
// Covers: utime ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  auto attempt = [](const char *path) { return sys::utime(path, nullptr); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
}
