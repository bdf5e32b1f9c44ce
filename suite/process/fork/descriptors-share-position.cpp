// Parent and child share an open file's position. Each closes its own descriptor only.
// Covers: fork descriptors
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "0123456789");
  setup::seek(file, 2);
  setup::in_child([&] {
    char bytes[4] = {};
    report("in the child, read", sys::read(file, bytes, 3));
    report("bytes", Text(bytes));
    report("in the child, close", sys::close(file));
  });
  char bytes[4] = {};
  report("in the parent, read", sys::read(file, bytes, 3));
  report("bytes", Text(bytes));
}
