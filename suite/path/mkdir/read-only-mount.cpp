// On a read-only mount no name is made, moved or removed. A name that is taken is still EEXIST.
// Covers: mkdir EROFS, EEXIST
// Covers: mkdirat EROFS
// Covers: rmdir EROFS
// Covers: unlink EROFS
// Covers: unlinkat EROFS
// Covers: rename EROFS
// Covers: renameat2 EROFS
// Covers: link EROFS
// Covers: linkat EROFS
// Covers: symlink EROFS
// Covers: symlinkat EROFS
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  setup::chdir(setup::disk);
  setup::write_file("file", "stays");
  setup::mkdir("directory");
  setup::chdir(setup::read_only_disk);
  report("mkdir", sys::mkdir("new", 0700));
  report("mkdirat", sys::mkdirat(AT_FDCWD, "new", 0700));
  report("rmdir", sys::rmdir("directory"));
  report("unlink", sys::unlink("file"));
  report("unlinkat", sys::unlinkat(AT_FDCWD, "file", 0));
  report("unlinkat, AT_REMOVEDIR", sys::unlinkat(AT_FDCWD, "directory", AT_REMOVEDIR));
  report("rename", sys::rename("file", "new"));
  report("renameat2, exchange", sys::renameat2(AT_FDCWD, "file", AT_FDCWD, "directory", RENAME_EXCHANGE));
  report("link", sys::link("file", "new"));
  report("linkat", sys::linkat(AT_FDCWD, "file", AT_FDCWD, "new", 0));
  report("symlink", sys::symlink("file", "new"));
  report("symlinkat", sys::symlinkat("file", AT_FDCWD, "new"));
  report("mkdir of a directory that is there", sys::mkdir("directory", 0700));
  setup::chdir(setup::disk);
  report("file", setup::read_file("file"));
  report("directory", Choice{sets::file_type, setup::stat("directory").st_mode & S_IFMT});
  report("new", sys::access("new", F_OK));
}
