// A flock lock is advisory. Another process can write, read and truncate the file.
// Covers: flock LOCK_EX, advisory
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY);
  report("exclusive", sys::flock(file, LOCK_EX));
  setup::in_child([] {
    Fd own = setup::open("file", O_RDWR);
    char byte = 0;
    report("in a child, write", sys::write(own, "ab", 2));
    report("in a child, read", sys::read(own, &byte, 1));
    report("in a child, ftruncate", sys::ftruncate(own, 5));
    report("in a child, flock", sys::flock(own, LOCK_EX | LOCK_NB));
  });
  report("contents", setup::read_file("file"));
}
