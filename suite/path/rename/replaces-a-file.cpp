// rename over a file gives its name to the old file. A descriptor of the replaced file still reads it, and the file
// has no name left.
// Covers: rename replace
#include "wali/test.h"

void test() {
  setup::write_file("new", "in the way");
  setup::write_file("old", "moves");
  report("inode of old", setup::stat("old").st_ino);
  Fd replaced = setup::open("new", O_RDONLY);
  report("rename", sys::rename("old", "new"));
  report("old", sys::access("old", F_OK));
  report("new", setup::read_file("new"));
  report("inode of new", setup::stat("new").st_ino);
  report("replaced", setup::read_all(replaced));
  struct stat status = {};
  setup::require_zero("fstat", sys::fstat(replaced, &status));
  report("its links", status.st_nlink);
}
