// rmdir refuses bad paths and arguments, each with the error that names what is wrong.
// Covers: rmdir ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  setup::symlink("nowhere", "dangling");
  setup::symlink(".", "here");
  auto attempt = [](const char *path) { return sys::rmdir(path); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("dangling link on the way", attempt("dangling/x"));
  report("file as directory", attempt("file/x"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("file", sys::rmdir("file"));
  report("link to a directory", sys::rmdir("here"));
  report("link to a directory, with a slash behind it", sys::rmdir("here/"));
}
