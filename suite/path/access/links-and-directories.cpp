// access follows a symbolic link, and one that dangles gives -ENOENT. A file without an execute bit
// is not X_OK, and a directory that can be searched is.
// Covers: access F_OK, X_OK, ENOENT, EACCES
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::chmod("file", 0600);
  setup::mkdir("directory");
  setup::symlink("file", "link");
  setup::symlink("nowhere", "dangling");
  report("file, F_OK", sys::access("file", F_OK));
  report("file, R_OK|W_OK", sys::access("file", R_OK | W_OK));
  report("file, X_OK", sys::access("file", X_OK));
  report("link, X_OK", sys::access("link", X_OK));
  report("link, W_OK", sys::access("link", W_OK));
  report("dangling link, F_OK", sys::access("dangling", F_OK));
  report("directory, R_OK|W_OK|X_OK", sys::access("directory", R_OK | W_OK | X_OK));
}
