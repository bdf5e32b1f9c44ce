// The old path starts at the first directory descriptor, the new one at the second. Absolute paths ignore both.
// Covers: renameat2 olddirfd, newdirfd, AT_FDCWD
#include "wali/test.h"

void test() {
  setup::mkdir("a");
  setup::mkdir("b");
  setup::write_file("a/name", "from a");
  setup::write_file("b/name", "from b");
  setup::write_file("name", "from the top");
  Fd a = setup::open("a", O_RDONLY | O_DIRECTORY), b = setup::open("b", O_PATH);
  report("from a to b", sys::renameat2(a, "name", b, "moved", 0));
  report("b/moved", setup::read_file("b/moved"));
  report("from here to a", sys::renameat2(AT_FDCWD, "name", a, "name", 0));
  report("a/name", setup::read_file("a/name"));
  report("from b to here", sys::renameat2(b, "name", AT_FDCWD, "name", 0));
  report("name", setup::read_file("name"));
  char path[PATH_MAX];
  Text here(path, setup::require_count("getcwd", sys::getcwd(path, sizeof(path)), sizeof(path)) - 1);
  report("absolute", sys::renameat2(-1, label(here, "/name").c_str(), -1, label(here, "/b/absolute").c_str(), 0));
  report("b/absolute", setup::read_file("b/absolute"));
}
