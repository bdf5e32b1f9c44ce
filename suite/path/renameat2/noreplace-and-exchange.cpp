// RENAME_NOREPLACE refuses a target that exists, RENAME_EXCHANGE exchanges the two files,
// and both flags at once are EINVAL.
// Covers: renameat2 RENAME_NOREPLACE, RENAME_EXCHANGE, EEXIST, EINVAL, both flags
#include "wali/test.h"

namespace {

Text contents(const char *path) {
  Fd file = setup::open(path, O_RDONLY);
  return file >= 0 ? setup::read_all(file) : Text("(none)");
}

} // namespace

void test() {
  setup::write_file("a", "from a");
  setup::write_file("b", "from b");
  report("noreplace", sys::renameat2(AT_FDCWD, "a", AT_FDCWD, "b", RENAME_NOREPLACE));
  report("a", contents("a"));
  report("b", contents("b"));
  report("exchange", sys::renameat2(AT_FDCWD, "a", AT_FDCWD, "b", RENAME_EXCHANGE));
  report("a", contents("a"));
  report("b", contents("b"));
  report("both", sys::renameat2(AT_FDCWD, "a", AT_FDCWD, "b", RENAME_NOREPLACE | RENAME_EXCHANGE));
  report("noreplace of a free name", sys::renameat2(AT_FDCWD, "a", AT_FDCWD, "c", RENAME_NOREPLACE));
  report("c", contents("c"));
}
