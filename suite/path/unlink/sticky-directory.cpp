// In a sticky directory only the owner of a file or of the directory may remove, rename or
// replace the file.
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
  setup::in_child([&] {
    setup::become_ordinary();
    setup::write_file("sticky/own", "");
    report("unlink", sys::unlink("sticky/roots"));
    report("unlinkat", sys::unlinkat(AT_FDCWD, "sticky/roots", 0));
    report("rmdir", sys::rmdir("sticky/directory"));
    report("rename", sys::rename("sticky/roots", "sticky/new"));
    report("rename over it", sys::rename("sticky/own", "sticky/roots"));
    report("renameat2, exchange", sys::renameat2(AT_FDCWD, "sticky/own", AT_FDCWD, "sticky/roots", RENAME_EXCHANGE));
    report("unlink of one's own", sys::unlink("sticky/own"));
    report("unlink in one's own sticky directory", sys::unlink("own/roots"));
  });
  report("root's file", sys::access("sticky/roots", F_OK));
  report("root's directory", sys::access("sticky/directory", F_OK));
}
