// link gives a file a second name: one inode, two links, and the same contents by whichever
// name they are written.
// Covers: link success
#include "wali/test.h"

void test() {
  setup::write_file("one", "first");
  report("link", sys::link("one", "two"));
  struct stat one = setup::stat("one"), two = setup::stat("two");
  report("links", one.st_nlink);
  report("inode of one", one.st_ino);
  report("inode of two", two.st_ino);
  setup::write_all(setup::open("two", O_WRONLY | O_APPEND), " and more");
  report("one", setup::read_file("one"));
  setup::unlink("one");
  report("two", setup::read_file("two"));
  report("links", setup::stat("two").st_nlink);
}
