// On a file system without a free inode each call that needs one is refused. rename needs none, and what is removed
// makes room.
// Covers: mkdir ENOSPC
// Covers: mkdirat ENOSPC
// Covers: link ENOSPC
// Covers: linkat ENOSPC
// Covers: symlink ENOSPC
// Covers: symlinkat ENOSPC
// Covers: renameat2 ENOSPC, RENAME_WHITEOUT
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  setup::chdir(setup::disk);
  setup::write_file("file", "");
  // The file system has 64 inodes: the last of these fail.
  for (int i = 0; i < 64; ++i)
    sys::mkdir(label("directory", i).c_str(), 0700);
  report("mkdir", sys::mkdir("new", 0700));
  report("mkdirat", sys::mkdirat(AT_FDCWD, "new", 0700));
  report("symlink", sys::symlink("file", "new"));
  report("symlinkat", sys::symlinkat("file", AT_FDCWD, "new"));
  // tmpfs counts each further name of a file as an inode.
  report("link", sys::link("file", "new"));
  report("linkat", sys::linkat(AT_FDCWD, "file", AT_FDCWD, "new", 0));
  report("renameat2, whiteout", sys::renameat2(AT_FDCWD, "file", AT_FDCWD, "new", RENAME_WHITEOUT));
  report("new", sys::access("new", F_OK));
  report("rename", sys::rename("file", "renamed"));
  report("rmdir", sys::rmdir("directory0"));
  report("mkdir once more", sys::mkdir("new", 0700));
  report("and another", sys::mkdir("newer", 0700));
}
