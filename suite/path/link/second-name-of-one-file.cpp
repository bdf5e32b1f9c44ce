// The new name is another of the same file: one inode, two links, the same contents
// whichever way they are written.
// Covers: link success
#include "wali/test.h"

void test() {
  setup::write_file("one", "first");
  report("link", sys::link("one", "two"));
  struct stat one = setup::stat("one"), two = setup::stat("two");
  report("links", one.st_nlink);
  report("inodes", compared(one.st_ino, two.st_ino));
  setup::write_all(setup::open("two", O_WRONLY | O_APPEND), " and more");
  report("one", setup::read_file("one"));
  setup::unlink("one");
  report("two", setup::read_file("two"));
  report("links", setup::stat("two").st_nlink);
}
