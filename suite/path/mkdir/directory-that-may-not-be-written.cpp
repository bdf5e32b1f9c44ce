// An ordinary user needs the rights to write in a directory and to search it to make, remove or rename anything
// there.
// Covers: mkdir EACCES
// Covers: mkdirat EACCES
// Covers: rmdir EACCES
// Covers: unlink EACCES
// Covers: unlinkat EACCES
// Covers: rename EACCES
// Covers: renameat2 EACCES
// Covers: link EACCES
// Covers: linkat EACCES
// Covers: symlink EACCES
// Covers: symlinkat EACCES
// REQUIRES: user
#include "wali/test.h"

namespace {

void attempt_all() {
  report("mkdir", sys::mkdir("fixed/new", 0700));
  report("mkdirat", sys::mkdirat(AT_FDCWD, "fixed/new", 0700));
  report("rmdir", sys::rmdir("fixed/directory"));
  report("unlink", sys::unlink("fixed/file"));
  report("unlinkat", sys::unlinkat(AT_FDCWD, "fixed/file", 0));
  report("unlinkat, AT_REMOVEDIR", sys::unlinkat(AT_FDCWD, "fixed/directory", AT_REMOVEDIR));
  report("rename out of it", sys::rename("fixed/file", "moved"));
  report("rename into it", sys::rename("free", "fixed/new"));
  report("renameat2 within it", sys::renameat2(AT_FDCWD, "fixed/file", AT_FDCWD, "fixed/new", 0));
  report("link", sys::link("free", "fixed/new"));
  report("linkat", sys::linkat(AT_FDCWD, "free", AT_FDCWD, "fixed/new", 0));
  report("link out of it", sys::link("fixed/file", "outside"));
  report("symlink", sys::symlink("anything", "fixed/new"));
  report("symlinkat", sys::symlinkat("anything", AT_FDCWD, "fixed/new"));
}

} // namespace

void test() {
  setup::mkdir("fixed");
  setup::mkdir("fixed/directory");
  setup::write_file("fixed/file", "");
  setup::write_file("free", "");
  for (uint32_t mode : {0500, 0600}) {
    setup::chmod("fixed", mode);
    report("mode", Octal{mode});
    attempt_all();
  }
  setup::chmod("fixed", 0700);
  report("file", sys::access("fixed/file", F_OK));
  report("directory", sys::access("fixed/directory", F_OK));
  report("new", sys::access("fixed/new", F_OK));
}
