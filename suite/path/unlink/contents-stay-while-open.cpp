// unlink removes the name. The contents stay as long as the file has another name or is open.
// Covers: unlink success
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  setup::link("file", "other");
  Fd file = setup::open("file", O_RDWR);
  report("unlink", sys::unlink("file"));
  report("file", sys::access("file", F_OK));
  report("links of the other", setup::stat("other").st_nlink);
  report("unlink the other", sys::unlink("other"));
  report("contents", setup::read_all(file));
  setup::write_file("file", "another");
  setup::write_all(file, "!");
  report("the new file of that name", setup::read_file("file"));
}
