// A directory can be entered if the caller may search it and each directory on the way. The right to read it is not
// needed. A refusal leaves the working directory as it was.
// Covers: chdir EACCES, unsearchable directory
// REQUIRES: user
#include "wali/test.h"

void test() {
  setup::write_file("name", "top");
  setup::mkdir("closed");
  setup::mkdir("closed/inner");
  setup::chmod("closed", 0600);
  report("chdir", sys::chdir("closed"));
  report("chdir beyond", sys::chdir("closed/inner"));
  report("chdir to what is missing there", sys::chdir("closed/missing"));
  report("name", setup::read_file("name"));
  setup::chmod("closed", 0100);
  report("chdir with the right to search alone", sys::chdir("closed"));
  report("chdir to the one within", sys::chdir("inner"));
  report("name two levels up", setup::read_file("../../name"));
}
