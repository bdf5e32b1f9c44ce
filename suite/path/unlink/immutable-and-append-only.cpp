// Not even root removes, renames, links or replaces a file that is immutable or
// append-only.
// Covers: unlink EPERM, immutable file
// Covers: unlinkat EPERM
// Covers: rmdir EPERM
// Covers: rename EPERM
// Covers: renameat2 EPERM
// Covers: link EPERM
// Covers: linkat EPERM
// REQUIRES: root, namespaces, inode-flags
#include "wali/test.h"

void test() {
  setup::chdir(setup::disk);
  setup::write_file("file", "stays");
  setup::write_file("free", "free");
  setup::mkdir("directory");
  for (uint32_t flag : {FS_IMMUTABLE_FL, FS_APPEND_FL}) {
    setup::set_inode_flags(setup::open("file", O_RDONLY), flag);
    setup::set_inode_flags(setup::open("directory", O_RDONLY), flag);
    report("flag", Hex{flag});
    report("unlink", sys::unlink("file"));
    report("unlinkat", sys::unlinkat(AT_FDCWD, "file", 0));
    report("rmdir", sys::rmdir("directory"));
    report("unlinkat, AT_REMOVEDIR", sys::unlinkat(AT_FDCWD, "directory", AT_REMOVEDIR));
    report("rename", sys::rename("file", "new"));
    report("rename over it", sys::rename("free", "file"));
    report("renameat2, exchange", sys::renameat2(AT_FDCWD, "free", AT_FDCWD, "file", RENAME_EXCHANGE));
    report("link", sys::link("file", "new"));
    report("linkat", sys::linkat(AT_FDCWD, "file", AT_FDCWD, "new", 0));
    report("file", setup::read_file("file"));
  }
  setup::set_inode_flags(setup::open("file", O_RDONLY), 0);
  report("unlink without the flag", sys::unlink("file"));
}
