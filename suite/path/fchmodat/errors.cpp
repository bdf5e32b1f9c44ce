// Paths and arguments that are no good are refused with the error that says why.
// Covers: fchmodat ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EBADF
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  Fd file = setup::open("file", O_RDONLY);
  auto attempt = [](const char *path) { return sys::fchmodat(AT_FDCWD, path, 0600, 0); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("dirfd that is not open", sys::fchmodat(-1, "file", 0600, 0));
  report("file as dirfd", sys::fchmodat(file, "file", 0600, 0));
}
