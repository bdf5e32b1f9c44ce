// unlink refuses bad paths and arguments, each with the error that names what is wrong.
// Covers: unlink ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EISDIR
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  setup::symlink("nowhere", "dangling");
  setup::mkdir("directory");
  auto attempt = [](const char *path) { return sys::unlink(path); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("dangling link on the way", attempt("dangling/x"));
  report("file as directory", attempt("file/x"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("file with a slash behind it", sys::unlink("file/"));
  report("directory", sys::unlink("directory"));
  report(".", sys::unlink("."));
}
