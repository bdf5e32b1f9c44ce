// The old path starts at the first directory and the new path at the second. Absolute paths look at
// neither.
// Covers: linkat olddirfd, newdirfd, AT_FDCWD
#include "wali/test.h"

void test() {
  setup::mkdir("a");
  setup::mkdir("b");
  setup::write_file("a/name", "from a");
  setup::write_file("name", "from the top");
  Fd a = setup::open("a", O_RDONLY | O_DIRECTORY), b = setup::open("b", O_PATH);
  report("from a to b", sys::linkat(a, "name", b, "name", 0));
  report("b/name", setup::read_file("b/name"));
  report("from here to b", sys::linkat(AT_FDCWD, "name", b, "second", 0));
  report("b/second", setup::read_file("b/second"));
  report("from a to here", sys::linkat(a, "name", AT_FDCWD, "third", 0));
  report("third", setup::read_file("third"));
  char path[PATH_MAX];
  Text here(path, setup::require_count("getcwd", sys::getcwd(path, sizeof(path)), sizeof(path)) - 1);
  report("absolute", sys::linkat(-1, label(here, "/a/name").c_str(), -1, label(here, "/b/absolute").c_str(), 0));
  report("b/absolute", setup::read_file("b/absolute"));
  report("links of a's", setup::stat("a/name").st_nlink);
}
