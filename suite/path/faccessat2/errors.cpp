// faccessat2 refuses a path that leads to no file, a bad directory descriptor and a mode or flags
// with unknown bits, each with its own error.
// Covers: faccessat2 ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EBADF, EINVAL
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  Fd file = setup::open("file", O_RDONLY);
  auto attempt = [](const char *path) { return sys::faccessat2(AT_FDCWD, path, F_OK, 0); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("file with a slash behind it", attempt("file/"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("dirfd that is not open", sys::faccessat2(-1, "file", F_OK, 0));
  const int closed = setup::open(".", O_RDONLY).release();
  sys::close(closed);
  report("dirfd that was closed", sys::faccessat2(closed, "file", F_OK, 0));
  report("file as dirfd", sys::faccessat2(file, "file", F_OK, 0));
  report("mode 8", sys::faccessat2(AT_FDCWD, "file", 8, 0));
  report("unknown flag", sys::faccessat2(AT_FDCWD, "file", F_OK, 1));
}
