// fchmodat refuses a path that leads to no file and a bad directory descriptor, with the error that
// says why, and changes no mode.
// Covers: fchmodat ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EBADF
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::chmod("file", 0604);
  setup::symlink("loop", "loop");
  Fd file = setup::open("file", O_RDONLY);
  auto attempt = [](const char *path) { return sys::fchmodat(AT_FDCWD, path, 0640, 0); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("file with a slash behind it", attempt("file/"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("dirfd that is not open", sys::fchmodat(-1, "file", 0600, 0));
  const int closed = setup::open(".", O_RDONLY).release();
  sys::close(closed);
  report("dirfd that was closed", sys::fchmodat(closed, "file", 0600, 0));
  report("file as dirfd", sys::fchmodat(file, "file", 0600, 0));
  report("mode of the file", FileMode{setup::stat("file").st_mode});
}
