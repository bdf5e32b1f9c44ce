// link gives a file a second name: there is one inode with two links, and what is written by one
// name is read by the other.
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
