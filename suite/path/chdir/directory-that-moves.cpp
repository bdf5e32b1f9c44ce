// The working directory is a directory and not a path. After it was moved and another one got its
// old name, relative paths still start in it, and `..` leads to where it is now.
// Covers: chdir renamed directory
#include "wali/test.h"

void test() {
  setup::mkdir("old");
  setup::mkdir("new");
  setup::write_file("old/name", "the first");
  setup::write_file("new/above", "above");
  report("chdir", sys::chdir("old"));
  setup::rename("../old", "../new/moved");
  setup::mkdir("../../old");
  setup::write_file("../../old/name", "the second");
  report("name", setup::read_file("name"));
  report("../above", setup::read_file("../above"));
  report("chdir to .", sys::chdir("."));
  report("name", setup::read_file("name"));
  setup::in_child([] { report("name in a child", setup::read_file("name")); });
  report("chdir to ..", sys::chdir(".."));
  report("above", setup::read_file("above"));
  report("chdir to the new one of the old name", sys::chdir("../old"));
  report("name", setup::read_file("name"));
}
