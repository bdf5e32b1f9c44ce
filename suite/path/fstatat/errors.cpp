// fstatat refuses a path that leads to no file, a bad directory descriptor and unknown flags, with
// the error that says why, and writes nothing.
// Covers: fstatat ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EBADF, EINVAL
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  setup::symlink("nowhere", "dangling");
  Guarded<struct stat> status;
  Fd file = setup::open("file", O_RDONLY);
  auto attempt = [&](const char *path) { return sys::fstatat(AT_FDCWD, path, &status, 0); };
  report("missing", attempt("missing"));
  report("dangling link", attempt("dangling"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("file with a slash behind it", attempt("file/"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("dirfd that is not open", sys::fstatat(-1, "file", &status, 0));
  const int closed = setup::open(".", O_RDONLY).release();
  sys::close(closed);
  report("dirfd that was closed", sys::fstatat(closed, "file", &status, 0));
  report("file as dirfd", sys::fstatat(file, "file", &status, 0));
  report("unknown flag", sys::fstatat(AT_FDCWD, "file", &status, 1));
  report_poison("structure", status);
}
