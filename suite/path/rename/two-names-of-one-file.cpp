// rename moves or replaces a symbolic link itself, and the link's target stays. If a file has two
// names, one of them can be moved without the other.
// Covers: rename hard links, symbolic links
#include "wali/test.h"

void test() {
  setup::write_file("one", "x");
  setup::write_file("two", "y");
  setup::symlink("one", "link");
  report("link over a file", sys::rename("link", "two"));
  report("type", Choice{sets::file_type, setup::stat("two").st_mode & S_IFMT});
  struct stat led_to = {};
  report("stat of what the link leads to", sys::stat("one", &led_to));
  report("its links", led_to.st_nlink);
  report("link", sys::access("link", F_OK));
  setup::write_file("file", "moved");
  report("file over a link", sys::rename("file", "two"));
  report("two", setup::read_file("two"));
  led_to = {};
  report("stat of what the link led to", sys::stat("one", &led_to));
  report("its size", led_to.st_size);
  setup::link("two", "three");
  report("one of two names to another", sys::rename("two", "four"));
  report("links of the other name", setup::stat("three").st_nlink);
}
