// mkdirat refuses bad paths and arguments, each with the error that names what is wrong.
// Covers: mkdirat ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EBADF
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  Fd file = setup::open("file", O_RDONLY);
  auto attempt = [](const char *path) { return sys::mkdirat(AT_FDCWD, path, 0700); };
  report("missing parent", attempt("missing/x"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("dirfd that is not open", sys::mkdirat(-1, "new", 0700));
  report("file as dirfd", sys::mkdirat(file, "new", 0700));
}
