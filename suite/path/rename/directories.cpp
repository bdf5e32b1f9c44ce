// A directory replaces an empty one and moves with its contents, and its `..` follows. A
// full directory is not replaced, and none moves into itself.
// Covers: rename ENOTEMPTY, EISDIR, ENOTDIR, EINVAL
// REQUIRES: enotempty
#include "wali/test.h"

void test() {
  setup::mkdir("a");
  setup::mkdir("a/inner");
  setup::write_file("a/inner/file", "contents");
  setup::mkdir("b");
  setup::mkdir("empty");
  setup::write_file("file", "");
  setup::symlink("empty", "link");
  report("onto a full directory", sys::rename("b", "a"));
  report("file onto a directory", sys::rename("file", "b"));
  report("directory onto a file", sys::rename("b", "file"));
  report("directory onto a link to an empty one", sys::rename("b", "link"));
  report("link to a directory, with a slash behind it", sys::rename("link/", "c"));
  report("into itself", sys::rename("a", "a/new"));
  report("deeper into itself", sys::rename("a", "a/inner/new"));
  report("onto its own parent", sys::rename("a/inner", "a"));
  report("the file", sys::access("file", F_OK));
  report("onto an empty directory", sys::rename("a/inner", "empty"));
  report("contents", setup::read_file("empty/file"));
  report("into another", sys::rename("empty", "b/moved/"));
  report("inode of b", setup::stat("b").st_ino);
  report("inode of ..", setup::stat("b/moved/..").st_ino);
  report("a is empty now", sys::unlinkat(AT_FDCWD, "a", AT_REMOVEDIR));
}
