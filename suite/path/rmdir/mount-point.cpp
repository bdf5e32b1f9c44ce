// A directory on which a file system is mounted is neither removed nor renamed, and no
// other directory takes its name.
// Covers: rmdir EBUSY, mount point
// Covers: unlinkat EBUSY
// Covers: rename EBUSY
// Covers: renameat2 EBUSY
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  // In the same directory, so that nothing but the mount is in the way.
  Line beside = label(setup::disk, "-beside");
  report("rmdir", sys::rmdir(setup::disk));
  report("unlinkat, AT_REMOVEDIR", sys::unlinkat(AT_FDCWD, setup::disk, AT_REMOVEDIR));
  report("rename of it", sys::rename(setup::disk, beside.c_str()));
  setup::mkdir(beside.c_str());
  report("rename over it", sys::rename(beside.c_str(), setup::disk));
  report("renameat2, exchange", sys::renameat2(AT_FDCWD, beside.c_str(), AT_FDCWD, setup::disk, RENAME_EXCHANGE));
  setup::write_file(label(setup::disk, "/file").c_str(), "there");
  report("unlinkat, AT_REMOVEDIR, when it is full", sys::unlinkat(AT_FDCWD, setup::disk, AT_REMOVEDIR));
  report("file in it", setup::read_file(label(setup::disk, "/file").c_str()));
  report("rmdir of the directory beside it", sys::rmdir(beside.c_str()));
}
