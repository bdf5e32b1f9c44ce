// chmod refuses a path that leads to no file, with the error that says why, and changes no mode.
// Covers: chmod ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::chmod("file", 0604);
  setup::symlink("loop", "loop");
  auto attempt = [](const char *path) { return sys::chmod(path, 0640); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("file with a slash behind it", attempt("file/"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("mode of the file", FileMode{setup::stat("file").st_mode});
}
