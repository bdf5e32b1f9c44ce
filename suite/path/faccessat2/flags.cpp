// faccessat2 asks about the link itself with AT_SYMLINK_NOFOLLOW, and about the descriptor with
// AT_EMPTY_PATH. AT_EACCESS changes nothing if real and effective ids are the same.
// Covers: faccessat2 AT_SYMLINK_NOFOLLOW, AT_EMPTY_PATH, AT_EACCESS, ENOENT, EACCES, EBADF
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::chmod("file", 0600);
  setup::symlink("nowhere", "dangling");
  Fd file = setup::open("file", O_RDONLY);
  report("dangling link", sys::faccessat2(AT_FDCWD, "dangling", F_OK, 0));
  report("dangling link, AT_SYMLINK_NOFOLLOW", sys::faccessat2(AT_FDCWD, "dangling", F_OK, AT_SYMLINK_NOFOLLOW));
  report("empty path", sys::faccessat2(file, "", F_OK, 0));
  report("empty path, AT_EMPTY_PATH", sys::faccessat2(file, "", R_OK | W_OK, AT_EMPTY_PATH));
  report("empty path, AT_EMPTY_PATH, X_OK", sys::faccessat2(file, "", X_OK, AT_EMPTY_PATH));
  report("AT_EACCESS", sys::faccessat2(AT_FDCWD, "file", R_OK, AT_EACCESS));
  report("all three", sys::faccessat2(file, "", W_OK, AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH | AT_EACCESS));
  report("empty path of what is not open", sys::faccessat2(-1, "", F_OK, AT_EMPTY_PATH));
  report("empty path of the working directory", sys::faccessat2(AT_FDCWD, "", X_OK, AT_EMPTY_PATH));
  report("absolute path with dirfd -1", sys::faccessat2(-1, "/dev/null", F_OK, 0));
}
