// RENAME_WHITEOUT leaves a character device with number 0:0 under the old name, without any
// privilege.
// Covers: renameat2 RENAME_WHITEOUT, EEXIST, whiteout in the way
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  setup::chdir(setup::disk);
  setup::write_file("old", "moved");
  report("renameat2", sys::renameat2(AT_FDCWD, "old", AT_FDCWD, "new", RENAME_WHITEOUT));
  report("new", setup::read_file("new"));
  struct stat whiteout = setup::stat("old");
  report("type of old", Choice{sets::file_type, whiteout.st_mode & S_IFMT});
  report("st_rdev", whiteout.st_rdev);
  report("onto it, RENAME_NOREPLACE",
         sys::renameat2(AT_FDCWD, "new", AT_FDCWD, "old", RENAME_WHITEOUT | RENAME_NOREPLACE));
  report("new", setup::read_file("new"));
  report("onto it", sys::renameat2(AT_FDCWD, "new", AT_FDCWD, "old", 0));
  report("old", setup::read_file("old"));
}
