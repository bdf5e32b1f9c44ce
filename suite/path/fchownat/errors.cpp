// fchownat refuses a path that leads to no file, a bad directory descriptor and unknown flags, with
// the error that says why. A file keeps its set-user-id bit, which fchownat clears.
// Covers: fchownat ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EBADF, EINVAL
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::chmod("file", 04711);
  setup::symlink("loop", "loop");
  Fd file = setup::open("file", O_RDONLY);
  auto attempt = [](const char *path) { return sys::fchownat(AT_FDCWD, path, -1, -1, 0); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("file with a slash behind it", attempt("file/"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("dirfd that is not open", sys::fchownat(-1, "file", -1, -1, 0));
  const int closed = setup::open(".", O_RDONLY).release();
  sys::close(closed);
  report("dirfd that was closed", sys::fchownat(closed, "file", -1, -1, 0));
  report("file as dirfd", sys::fchownat(file, "file", -1, -1, 0));
  report("unknown flag", sys::fchownat(AT_FDCWD, "file", -1, -1, 1));
  report("mode of the file", FileMode{setup::stat("file").st_mode});
}
