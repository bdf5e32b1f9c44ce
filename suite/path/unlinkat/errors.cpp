// unlinkat refuses bad paths and arguments, each with the error that names what is wrong.
// Covers: unlinkat ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EBADF, EINVAL
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  setup::mkdir("directory");
  Fd file = setup::open("file", O_RDONLY);
  auto attempt = [](const char *path) { return sys::unlinkat(AT_FDCWD, path, 0); };
  report("missing", attempt("missing"));
  report("empty path", attempt(""));
  report("file as directory", attempt("file/x"));
  report("link to itself on the way", attempt("loop/x"));
  report("name of 256 bytes", attempt(setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096)));
  report("dirfd that is not open", sys::unlinkat(-1, "file", 0));
  report("file as dirfd", sys::unlinkat(file, "file", 0));
  report("absolute path with dirfd -1", sys::unlinkat(-1, "/", 0));
  report("AT_SYMLINK_NOFOLLOW, which is none of its flags", sys::unlinkat(AT_FDCWD, "file", AT_SYMLINK_NOFOLLOW));
  report("unknown flag", sys::unlinkat(AT_FDCWD, "file", 1));
  report("unknown flag with AT_REMOVEDIR", sys::unlinkat(AT_FDCWD, "directory", AT_REMOVEDIR | 1));
  report("file", sys::access("file", F_OK));
  report("directory", sys::access("directory", F_OK));
}
