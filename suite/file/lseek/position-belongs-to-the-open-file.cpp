// A child's seek moves its parent's position. Another open of the same file has a position of its own.
// Covers: lseek shared by fork
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY), other = setup::open("file", O_RDONLY);
  setup::in_child([&] { report("child's lseek", sys::lseek(file, 6, SEEK_SET)); });
  report("parent's position", sys::lseek(file, 0, SEEK_CUR));
  report("other's position", sys::lseek(other, 0, SEEK_CUR));
  report("parent reads", setup::read_all(file));
}
