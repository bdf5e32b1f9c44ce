// MAP_DROPPABLE, since Linux 6.11, gives memory without a file that a child finds wiped. It
// cannot be locked, and no file can be mapped so.
// Covers: mmap MAP_DROPPABLE, EINVAL
#include "wali/test.h"

void test() {
  constexpr int droppable = 8, both = PROT_READ | PROT_WRITE;
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDWR), probe = setup::open("probe", O_RDWR | O_CREAT);
  const Result result = sys::mmap(nullptr, 4096, both, droppable | MAP_ANONYMOUS, -1, 0);
  report("mmap", result);
  report("read into it", sys::pread64(file, result.pointer(), 8, 0));
  setup::in_child([&] { report("in a child, write from it", sys::pwrite64(probe, result.pointer(), 8, 0)); });
  report("what the child found", setup::read_file("probe"));
  report("locked", sys::mmap(nullptr, 4096, both, droppable | MAP_ANONYMOUS | MAP_LOCKED, -1, 0));
  report("a file", sys::mmap(nullptr, 4096, PROT_READ, droppable, file, 0));
}
