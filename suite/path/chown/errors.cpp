// chown refuses a path that leads to no file, with the error that says why. Nothing is changed: a
// file keeps its set-user-id bit, which chown clears.
// Covers: chown ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::chmod("file", 04711);
  setup::symlink("loop", "loop");
  auto attempt = [](const char *path) { return sys::chown(path, -1, -1); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("file with a slash behind it", attempt("file/"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("mode of the file", FileMode{setup::stat("file").st_mode});
}
