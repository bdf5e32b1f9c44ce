// After chdir relative paths start in the new directory. The path may lead through links and dots,
// and a failure leaves the working directory as it was.
// Covers: chdir success
#include "wali/test.h"

void test() {
  setup::mkdir("a");
  setup::mkdir("a/b");
  setup::write_file("name", "top");
  setup::write_file("a/name", "in a");
  setup::write_file("a/b/name", "in b");
  setup::symlink("a/b", "link");
  report("chdir by a link", sys::chdir("link"));
  report("name", setup::read_file("name"));
  report("chdir upwards", sys::chdir(".."));
  report("name", setup::read_file("name"));
  report("chdir to a missing directory", sys::chdir("missing"));
  report("name", setup::read_file("name"));
  report("chdir ./..//", sys::chdir("./..//"));
  report("name", setup::read_file("name"));
}
