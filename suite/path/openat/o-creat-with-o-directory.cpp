// O_CREAT makes no directories: with O_DIRECTORY it is refused (since Linux 6.4), whether
// the name is there or not, and makes no file either.
// Covers: openat EINVAL, O_CREAT, O_DIRECTORY
// Covers: open EINVAL, O_CREAT, O_DIRECTORY
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::mkdir("directory");
  const char *paths[] = {"new", "directory", "file"};
  for (const char *path : paths) {
    report(label("open of ", path), sys::open(path, O_RDONLY | O_CREAT | O_DIRECTORY, 0700));
    report(label("openat of ", path), sys::openat(AT_FDCWD, path, O_RDONLY | O_CREAT | O_DIRECTORY, 0700));
  }
  report("new", sys::access("new", F_OK));
}
