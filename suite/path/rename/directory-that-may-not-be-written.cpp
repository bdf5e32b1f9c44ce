// Moving a directory to another parent needs the right to write to the directory, since its `..` changes. A rename
// within its parent, or of a file, does not.
// Covers: rename EACCES, directory between parents
// Covers: renameat2 EACCES, RENAME_EXCHANGE
// REQUIRES: user
#include "wali/test.h"

void test() {
  setup::mkdir("here");
  setup::mkdir("there");
  setup::mkdir("here/fixed");
  setup::mkdir("there/free");
  setup::write_file("here/file", "");
  setup::chmod("here/fixed", 0500);
  setup::chmod("here/file", 0400);
  report("rename", sys::rename("here/fixed", "there/fixed"));
  report("renameat2", sys::renameat2(AT_FDCWD, "here/fixed", AT_FDCWD, "there/fixed", RENAME_NOREPLACE));
  report("renameat2, exchange", sys::renameat2(AT_FDCWD, "there/free", AT_FDCWD, "here/fixed", RENAME_EXCHANGE));
  report("there/fixed", sys::access("there/fixed", F_OK));
  report("within its parent", sys::rename("here/fixed", "here/other"));
  report("file", sys::rename("here/file", "there/file"));
  report("over it, from another parent", sys::rename("there/free", "here/other"));
  report("mode of what is there now", FileMode{setup::stat("here/other").st_mode});
}
