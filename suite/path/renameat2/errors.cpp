// renameat2 refuses bad descriptors and paths, unknown flags and flags that exclude each
// other, and both files keep their names.
// Covers: renameat2 EBADF, ENOTDIR, EINVAL, ENOENT, EEXIST, EXDEV, EBUSY, ENAMETOOLONG, ELOOP, ENOTEMPTY, EISDIR
// Covers: renameat2 RENAME_NOREPLACE, RENAME_EXCHANGE, RENAME_WHITEOUT
// REQUIRES: enotempty
#include "wali/test.h"

void test() {
  setup::write_file("a", "from a");
  setup::write_file("b", "from the other");
  setup::mkdir("directory");
  setup::mkdir("directory/inner");
  setup::mkdir("empty");
  setup::mkdir("removed");
  setup::symlink("loop", "loop");
  Fd file = setup::open("a", O_RDONLY), removed = setup::open("removed", O_PATH);
  setup::rmdir("removed");
  const auto attempt = [](const char *from, const char *to, uint32_t flags = 0) {
    return sys::renameat2(AT_FDCWD, from, AT_FDCWD, to, flags);
  };
  report("old dirfd that is not open", sys::renameat2(-1, "a", AT_FDCWD, "new", 0));
  report("new dirfd that is not open", sys::renameat2(AT_FDCWD, "a", -1, "new", 0));
  report("file as old dirfd", sys::renameat2(file, "a", AT_FDCWD, "new", 0));
  report("file as new dirfd", sys::renameat2(AT_FDCWD, "a", file, "new", 0));
  report("old dirfd of a removed directory", sys::renameat2(removed, "a", AT_FDCWD, "new", 0));
  report("new dirfd of a removed directory", sys::renameat2(AT_FDCWD, "a", removed, "new", 0));
  report("unknown flag", attempt("a", "new", 8));
  report("RENAME_WHITEOUT with RENAME_EXCHANGE", attempt("a", "b", RENAME_WHITEOUT | RENAME_EXCHANGE));
  report("exchange with a missing name", attempt("a", "new", RENAME_EXCHANGE));
  report("exchange into itself", attempt("directory", "directory/inner", RENAME_EXCHANGE));
  report("exchange with its own parent", attempt("directory/inner", "directory", RENAME_EXCHANGE));
  report("noreplace of a directory", attempt("a", "directory", RENAME_NOREPLACE));
  report("noreplace of itself", attempt("a", "a", RENAME_NOREPLACE));
  report("noreplace of a link to itself", attempt("a", "loop", RENAME_NOREPLACE));
  report("missing", attempt("missing", "new"));
  report("into itself", attempt("directory", "directory/new"));
  report("onto a full directory", attempt("empty", "directory"));
  report("file onto a directory", attempt("a", "empty"));
  report("directory onto a file", attempt("empty", "a"));
  report("by a link to itself", attempt("loop/x", "new"));
  report("name of 256 bytes", attempt("a", setup::name_of(256)));
  report("path of 4096 bytes", attempt(setup::path_of(4096), "new"));
  report(".", attempt(".", "new"));
  report(". with RENAME_NOREPLACE", attempt("a", ".", RENAME_NOREPLACE));
  report("from another file system", attempt("/proc/self/status", "new"));
  struct stat first = {}, second = {};
  report("a", sys::lstat("a", &first));
  report("its size", first.st_size);
  report("b", sys::lstat("b", &second));
  report("its size", second.st_size);
}
