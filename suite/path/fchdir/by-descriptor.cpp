// A directory's descriptor leads there though its name has changed and its own
// reading goes on; O_PATH will do.
// Covers: fchdir success, O_PATH
#include "wali/test.h"

void test() {
  setup::mkdir("a");
  setup::write_file("name", "top");
  setup::write_file("a/name", "in a");
  Fd top = setup::open(".", O_PATH), inner = setup::open("a", O_RDONLY | O_DIRECTORY);
  setup::require("renameat2", sys::renameat2(AT_FDCWD, "a", AT_FDCWD, "moved", 0));
  report("fchdir", sys::fchdir(inner));
  report("name", setup::read_file("name"));
  report("fchdir back", sys::fchdir(top));
  report("name", setup::read_file("name"));
}
