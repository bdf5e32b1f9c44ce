// utimensat refuses bad paths and arguments, each with the error that names what is wrong.
// Covers: utimensat ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EBADF, EINVAL
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  Fd file = setup::open("file", O_RDONLY);
  auto attempt = [](const char *path) { return sys::utimensat(AT_FDCWD, path, nullptr, 0); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("dirfd that is not open", sys::utimensat(-1, "file", nullptr, 0));
  report("file as dirfd", sys::utimensat(file, "file", nullptr, 0));
  report("unknown flag", sys::utimensat(AT_FDCWD, "file", nullptr, 1));
}
