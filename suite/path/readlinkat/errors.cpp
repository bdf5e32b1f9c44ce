// readlinkat refuses bad paths and arguments, each with the error that names what is wrong, and nothing is written.
// Covers: readlinkat ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EBADF, EINVAL
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  setup::symlink("file", "link");
  GuardedBytes<16> guarded;
  char *buffer = reinterpret_cast<char *>(*&guarded);
  Fd file = setup::open("file", O_RDONLY);
  auto attempt = [&](const char *path) { return sys::readlinkat(AT_FDCWD, path, buffer, 16); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("dirfd that is not open", sys::readlinkat(-1, "link", buffer, 16));
  report("file as dirfd", sys::readlinkat(file, "link", buffer, 16));
  report("file", sys::readlinkat(AT_FDCWD, "file", buffer, 16));
  report("size 0", sys::readlinkat(AT_FDCWD, "link", buffer, 0));
  report("size -1", sys::readlinkat(AT_FDCWD, "link", buffer, -1));
  report_poison("buffer", guarded);
}
