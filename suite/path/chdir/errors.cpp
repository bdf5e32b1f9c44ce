// chdir refuses a path that leads to no directory, with the error that says why, and leaves the
// working directory as it was.
// Covers: chdir ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG
#include "wali/test.h"

void test() {
  setup::write_file("file", "here");
  setup::symlink("loop", "loop");
  setup::symlink("file", "link");
  setup::symlink("nowhere", "dangling");
  auto attempt = [](const char *path) { return sys::chdir(path); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("file with a slash behind it", attempt("file/"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("file", sys::chdir("file"));
  report("link to a file", sys::chdir("link"));
  report("dangling link", sys::chdir("dangling"));
  report("link to itself", sys::chdir("loop"));
  report("contents of the file", setup::read_file("file"));
}
