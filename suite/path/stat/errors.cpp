// stat refuses bad paths and arguments, each with the error that names what is wrong, and nothing is written.
// Covers: stat ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  setup::symlink("nowhere", "dangling");
  Guarded<struct stat> status;
  auto attempt = [&](const char *path) { return sys::stat(path, &status); };
  report("missing", attempt("missing"));
  report("dangling link", attempt("dangling"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report_poison("structure", status);
}
