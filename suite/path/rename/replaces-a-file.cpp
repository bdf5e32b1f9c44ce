// The new name leads to the old file at once; who had the replaced one open has it
// still, without a name.
// Covers: rename replace
#include "wali/test.h"

void test() {
  setup::write_file("new", "in the way");
  setup::write_file("old", "moves");
  struct stat before = setup::stat("old");
  Fd replaced = setup::open("new", O_RDONLY);
  report("rename", sys::rename("old", "new"));
  report("old", sys::access("old", F_OK));
  report("new", setup::read_file("new"));
  report("its inode against the old one's", compared(setup::stat("new").st_ino, before.st_ino));
  report("replaced", setup::read_all(replaced));
  struct stat status = {};
  setup::require_zero("fstat", sys::fstat(replaced, &status));
  report("its links", status.st_nlink);
}
