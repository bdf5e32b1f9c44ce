// Linux's faccessat has no flags and ignores the fourth argument: links are followed, unknown bits
// are accepted, and an empty path gives -ENOENT.
// Covers: faccessat flags ignored, ENOENT
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("nowhere", "dangling");
  Fd file = setup::open("file", O_RDONLY);
  report("dangling link, AT_SYMLINK_NOFOLLOW", sys::faccessat(AT_FDCWD, "dangling", F_OK, AT_SYMLINK_NOFOLLOW));
  report("empty path, AT_EMPTY_PATH", sys::faccessat(file, "", F_OK, AT_EMPTY_PATH));
  report("unknown bits", sys::faccessat(AT_FDCWD, "file", R_OK, 0x7fffffff));
  report("all bits", sys::faccessat(AT_FDCWD, "file", W_OK, -1));
  report("absolute path with dirfd -1", sys::faccessat(-1, "/dev/null", F_OK, 0));
}
