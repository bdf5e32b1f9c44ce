// When its target is removed, a link stays and leads nowhere, until there is a file of that name again.
// Covers: symlink dangling
#include "wali/test.h"

void test() {
  setup::write_file("file", "first");
  report("symlink", sys::symlink("file", "link"));
  report("contents", setup::read_file("link"));
  setup::unlink("file");
  report("open", sys::open("link", O_RDONLY, 0));
  char target[8];
  report("readlink", sys::readlink("link", target, 8));
  report("target", Text(target, 4));
  setup::write_file("file", "second");
  report("contents of the new file", setup::read_file("link"));
}
