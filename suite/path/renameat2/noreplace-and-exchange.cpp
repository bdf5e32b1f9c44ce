// RENAME_NOREPLACE refuses a target that exists; RENAME_EXCHANGE swaps the two;
// both at once is no valid request.
// Covers: renameat2 RENAME_NOREPLACE, RENAME_EXCHANGE, EEXIST, EINVAL
#include "wali/test.h"

void test() {
  setup::write_file("a", "from a");
  setup::write_file("b", "from b");
  report("noreplace", sys::renameat2(AT_FDCWD, "a", AT_FDCWD, "b", RENAME_NOREPLACE));
  report("a", setup::read_file("a"));
  report("b", setup::read_file("b"));
  report("exchange", sys::renameat2(AT_FDCWD, "a", AT_FDCWD, "b", RENAME_EXCHANGE));
  report("a", setup::read_file("a"));
  report("b", setup::read_file("b"));
  report("both", sys::renameat2(AT_FDCWD, "a", AT_FDCWD, "b", RENAME_NOREPLACE | RENAME_EXCHANGE));
  report("noreplace of a free name", sys::renameat2(AT_FDCWD, "a", AT_FDCWD, "c", RENAME_NOREPLACE));
  report("c", setup::read_file("c"));
}
