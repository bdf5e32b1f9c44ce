// An offset is unsigned: -4096 lies far beyond the largest file.
// Covers: mmap EOVERFLOW
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDWR);
  report("offset -4096", sys::mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE, file, -4096));
  report("offset 0", sys::mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE, file, 0));
}
