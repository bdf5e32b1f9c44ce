// fchdir goes to the directory of a descriptor, even after the directory was renamed or removed. An O_PATH descriptor
// is enough.
// Covers: fchdir success, O_PATH, removed directory
#include "wali/test.h"

void test() {
  setup::mkdir("a");
  setup::write_file("name", "top");
  setup::write_file("a/name", "in a");
  Fd top = setup::open(".", O_PATH), inner = setup::open("a", O_RDONLY | O_DIRECTORY);
  setup::rename("a", "moved");
  report("fchdir", sys::fchdir(inner));
  report("name", setup::read_file("name"));
  report("fchdir back", sys::fchdir(top));
  report("name", setup::read_file("name"));
  setup::unlink("moved/name");
  setup::rmdir("moved");
  report("fchdir to what was removed", sys::fchdir(inner));
  char path[8];
  report("getcwd", sys::getcwd(path, sizeof(path)));
  report("name above", setup::read_file("../name"));
}
