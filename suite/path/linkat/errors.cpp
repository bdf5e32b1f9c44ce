// linkat refuses bad descriptors, flags and paths, each with its own error, and makes no link.
// Covers: linkat EBADF, ENOTDIR, EINVAL, EEXIST, ENOENT, EPERM, EXDEV, ELOOP, ENAMETOOLONG
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::mkdir("directory");
  setup::mkdir("removed");
  setup::symlink("loop", "loop");
  Fd file = setup::open("file", O_RDONLY), removed = setup::open("removed", O_RDONLY);
  setup::rmdir("removed");
  const auto attempt = [](const char *from, const char *to, int flags = 0) {
    return sys::linkat(AT_FDCWD, from, AT_FDCWD, to, flags);
  };
  report("old dirfd that is not open", sys::linkat(-1, "file", AT_FDCWD, "new", 0));
  report("new dirfd that is not open", sys::linkat(AT_FDCWD, "file", -1, "new", 0));
  report("file as old dirfd", sys::linkat(file, "file", AT_FDCWD, "new", 0));
  report("file as new dirfd", sys::linkat(AT_FDCWD, "file", file, "new", 0));
  report("old dirfd of a removed directory", sys::linkat(removed, "file", AT_FDCWD, "new", 0));
  report("new dirfd of a removed directory", sys::linkat(AT_FDCWD, "file", removed, "new", 0));
  report("unknown flag", attempt("file", "new", 1));
  report("AT_SYMLINK_NOFOLLOW, which is none of its flags", attempt("file", "new", AT_SYMLINK_NOFOLLOW));
  report("taken", attempt("file", "directory"));
  report("missing", attempt("missing", "new"));
  report("empty old path", attempt("", "new"));
  report("empty old path of a descriptor", sys::linkat(file, "", AT_FDCWD, "new", 0));
  report("directory", attempt("directory", "new"));
  report("from another file system", attempt("/proc/self/status", "new"));
  report("link to itself", attempt("loop", "new", AT_SYMLINK_FOLLOW));
  report("name of 256 bytes", attempt("file", setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096), "new"));
  report("links of the file", setup::stat("file").st_nlink);
}
