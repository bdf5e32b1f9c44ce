// The old path starts at the first directory, the new one at the second.
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
  report("links of a's", setup::stat("a/name").st_nlink);
}
