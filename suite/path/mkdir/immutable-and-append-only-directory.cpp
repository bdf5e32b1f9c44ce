// In an immutable directory no name is made, moved or removed. In an append-only one names are made, and none is
// removed or moved.
// Covers: mkdir EPERM
// Covers: mkdirat EPERM
// Covers: symlink EPERM
// Covers: symlinkat EPERM
// Covers: link EPERM
// Covers: linkat EPERM
// Covers: unlink EPERM
// Covers: unlinkat EPERM
// Covers: rmdir EPERM
// Covers: rename EPERM
// Covers: renameat2 EPERM
// REQUIRES: root, namespaces, inode-flags
#include "wali/test.h"

namespace {

void attempt_all() {
  report("mkdir", sys::mkdir("fixed/1", 0700));
  report("mkdirat", sys::mkdirat(AT_FDCWD, "fixed/2", 0700));
  report("symlink", sys::symlink("x", "fixed/3"));
  report("symlinkat", sys::symlinkat("x", AT_FDCWD, "fixed/4"));
  report("link", sys::link("file", "fixed/5"));
  report("linkat", sys::linkat(AT_FDCWD, "file", AT_FDCWD, "fixed/6", 0));
  report("rename into it", sys::rename("file", "fixed/7"));
  report("unlink", sys::unlink("fixed/file"));
  report("unlinkat", sys::unlinkat(AT_FDCWD, "fixed/file", 0));
  report("rmdir", sys::rmdir("fixed/directory"));
  report("rename out of it", sys::rename("fixed/file", "new"));
  report("rename over one in it", sys::rename("other", "fixed/file"));
  report("renameat2 within it", sys::renameat2(AT_FDCWD, "fixed/file", AT_FDCWD, "fixed/new", 0));
}

} // namespace

void test() {
  setup::chdir(setup::disk);
  setup::mkdir("fixed");
  setup::mkdir("fixed/directory");
  setup::write_file("fixed/file", "stays");
  setup::write_file("file", "");
  setup::write_file("other", "");
  Fd fixed = setup::open("fixed", O_RDONLY);
  for (uint32_t flag : {FS_IMMUTABLE_FL, FS_APPEND_FL}) {
    setup::set_inode_flags(fixed, flag);
    report("flag", Hex{flag});
    attempt_all();
  }
  report("fixed/file", setup::read_file("fixed/file"));
}
