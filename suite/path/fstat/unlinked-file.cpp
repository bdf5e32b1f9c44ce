// A file without a name still has a status, with no links and its full size.
// Covers: fstat st_nlink, unlinked file
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "still here");
  struct stat status = {};
  setup::link("file", "second");
  setup::require_zero("fstat", sys::fstat(file, &status));
  report("links with two names", status.st_nlink);
  setup::unlink("file");
  setup::unlink("second");
  report("fstat", sys::fstat(file, &status));
  report("links", status.st_nlink);
  report("size", status.st_size);
}
