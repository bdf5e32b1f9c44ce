// statx refuses bad paths and arguments, each with the error that names what is wrong, and nothing is written.
// Covers: statx ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EBADF, EINVAL
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  setup::symlink("nowhere", "dangling");
  Guarded<struct statx> status;
  Fd file = setup::open("file", O_RDONLY);
  auto attempt = [&](const char *path) { return sys::statx(AT_FDCWD, path, 0, STATX_BASIC_STATS, &status); };
  report("missing", attempt("missing"));
  report("dangling link", attempt("dangling"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("dirfd that is not open", sys::statx(-1, "file", 0, STATX_BASIC_STATS, &status));
  const int closed = setup::open(".", O_RDONLY).release();
  sys::close(closed);
  report("dirfd that was closed", sys::statx(closed, "file", 0, STATX_BASIC_STATS, &status));
  report("file as dirfd", sys::statx(file, "file", 0, STATX_BASIC_STATS, &status));
  report("unknown flag", sys::statx(AT_FDCWD, "file", 1, STATX_BASIC_STATS, &status));
  report("reserved bit of the mask", sys::statx(AT_FDCWD, "file", 0, STATX__RESERVED, &status));
  report("both kinds of synchronisation",
         sys::statx(AT_FDCWD, "file", AT_STATX_FORCE_SYNC | AT_STATX_DONT_SYNC, STATX_BASIC_STATS, &status));
  report_poison("structure", status);
}
