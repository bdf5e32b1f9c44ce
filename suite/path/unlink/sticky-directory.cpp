// In a sticky directory only the owner of the file or of the directory may remove or
// rename, or replace by renaming.
// Covers: unlink EPERM, sticky directory
// Covers: unlinkat EPERM
// Covers: rmdir EPERM
// Covers: rename EPERM
// Covers: renameat2 EPERM
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::mkdir("sticky");
  setup::chmod("sticky", 01777);
  setup::write_file("sticky/roots", "");
  setup::mkdir("sticky/directory");
  setup::mkdir("own");
  setup::write_file("own/roots", "");
  setup::chmod("own", 01777);
  setup::chown("own", 1000, 1000);
  struct Seen {
    Result unlink, unlinkat, rmdir, rename, replace, renameat2, own, in_own;
  };
  Seen &seen = setup::shared<Seen>();
  Child child = setup::fork([&] {
    setup::become_ordinary();
    setup::write_file("sticky/own", "");
    seen.unlink = sys::unlink("sticky/roots");
    seen.unlinkat = sys::unlinkat(AT_FDCWD, "sticky/roots", 0);
    seen.rmdir = sys::rmdir("sticky/directory");
    seen.rename = sys::rename("sticky/roots", "sticky/new");
    seen.replace = sys::rename("sticky/own", "sticky/roots");
    seen.renameat2 = sys::renameat2(AT_FDCWD, "sticky/own", AT_FDCWD, "sticky/roots", RENAME_EXCHANGE);
    seen.own = sys::unlink("sticky/own");
    seen.in_own = sys::unlink("own/roots");
  });
  report("child", child.wait());
  report("unlink", seen.unlink);
  report("unlinkat", seen.unlinkat);
  report("rmdir", seen.rmdir);
  report("rename", seen.rename);
  report("rename over it", seen.replace);
  report("renameat2, exchange", seen.renameat2);
  report("unlink of one's own", seen.own);
  report("unlink in one's own sticky directory", seen.in_own);
  report("root's file", sys::access("sticky/roots", F_OK));
  report("root's directory", sys::access("sticky/directory", F_OK));
}
