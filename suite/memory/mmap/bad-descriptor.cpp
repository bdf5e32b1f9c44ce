// Without MAP_ANONYMOUS the descriptor must be open, which is checked before the length.
// Covers: mmap EBADF
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  const int closed = file;
  file.reset();
  report("descriptor -1", sys::mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE, -1, 0));
  report("descriptor 999", sys::mmap(nullptr, 4096, PROT_READ, MAP_SHARED, 999, 0));
  report("a descriptor that was closed", sys::mmap(nullptr, 4096, PROT_READ, MAP_SHARED, closed, 0));
  report("descriptor -1 and length 0", sys::mmap(nullptr, 0, PROT_READ, MAP_PRIVATE, -1, 0));
}
