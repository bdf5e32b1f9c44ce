// rename of a file onto another name of it succeeds, and so does one onto the same name. Neither does anything.
// Covers: rename hard links, same name
#include "wali/test.h"

void test() {
  setup::write_file("one", "x");
  setup::link("one", "two");
  struct stat status = {};
  report("rename", sys::rename("one", "two"));
  report("stat of one", sys::stat("one", &status));
  report("its links", status.st_nlink);
  report("rename onto the same name", sys::rename("one", "one"));
  status = {};
  report("stat of two", sys::stat("two", &status));
  report("its links", status.st_nlink);
}
