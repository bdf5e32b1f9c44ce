// unlink removes a symbolic link itself, dangling or not, and leaves its target.
// Covers: unlink symbolic links
// Covers: unlinkat symbolic links
#include "wali/test.h"

void test() {
  setup::write_file("file", "stays");
  setup::mkdir("directory");
  setup::symlink("file", "link");
  setup::symlink("nowhere", "dangling");
  setup::symlink("directory", "to-directory");
  report("link", sys::unlink("link"));
  report("dangling link", sys::unlink("dangling"));
  report("link to a directory", sys::unlinkat(AT_FDCWD, "to-directory", 0));
  report("file", setup::read_file("file"));
  report("directory", sys::access("directory", F_OK));
  for (const char *link : {"link", "dangling", "to-directory"})
    report(link, sys::readlink(link, nullptr, 1));
}
