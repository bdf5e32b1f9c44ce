// symlink refuses an empty target, and a name that exists, is too long or leads nowhere.
// Covers: symlink ENOENT, EEXIST, ENOTDIR, ELOOP, ENAMETOOLONG
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::mkdir("directory");
  setup::symlink("loop", "loop");
  setup::symlink("nowhere", "dangling");
  report("empty target", sys::symlink("", "new"));
  report("empty name", sys::symlink("file", ""));
  report("new name in a missing directory", sys::symlink("file", "missing/new"));
  report("new name by a dangling link", sys::symlink("file", "dangling/new"));
  report("taken by a file", sys::symlink("x", "file"));
  report("taken by a directory", sys::symlink("x", "directory"));
  report("taken by a link", sys::symlink("x", "loop"));
  report("new name below a file", sys::symlink("x", "file/new"));
  report("link to itself on the way", sys::symlink("x", "loop/new"));
  report("name of 256 bytes", sys::symlink("x", setup::name_of(256)));
  report("path of 4096 bytes", sys::symlink("x", setup::path_of(4096)));
  report("target of 4096 bytes", sys::symlink(setup::path_of(4096), "new"));
  report("new", sys::access("new", F_OK));
  report("new name with a slash behind it", sys::symlink("x", "new/"));
}
