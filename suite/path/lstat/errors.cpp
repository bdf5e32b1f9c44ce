// lstat refuses a path that leads to no file, with the error that says why, and writes nothing.
// Covers: lstat ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  Guarded<struct stat> status;
  auto attempt = [&](const char *path) { return sys::lstat(path, &status); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("file with a slash behind it", attempt("file/"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("path outside of memory", attempt(static_cast<const char *>(setup::bad_address())));
  report_poison("structure", status);
}
