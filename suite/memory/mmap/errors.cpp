// mmap refuses a length of 0, and flags that do not name a kind of mapping.
// Covers: mmap EINVAL
#include "wali/test.h"

void test() {
  constexpr int prot = PROT_READ | PROT_WRITE;
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  report("length 0", sys::mmap(nullptr, 0, prot, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  report("length 0 of a file", sys::mmap(nullptr, 0, prot, MAP_SHARED, file, 0));
  report("no kind of mapping", sys::mmap(nullptr, 4096, prot, MAP_ANONYMOUS, -1, 0));
  report("no flag at all, file", sys::mmap(nullptr, 4096, prot, 0, file, 0));
}
