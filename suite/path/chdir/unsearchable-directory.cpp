// A directory is entered by the right to search it, be it readable or not, and so is each
// on the way; a refusal leaves the working directory.
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
