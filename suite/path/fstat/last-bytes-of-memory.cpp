// fstat accepts a structure that ends at the last byte of memory. One that reaches beyond gives
// -EFAULT.
// Covers: fstat last valid byte, EFAULT
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "123");
  auto *last = reinterpret_cast<struct stat *>(setup::last_bytes(sizeof(struct stat)));
  report("structure up to the last byte", sys::fstat(file, last));
  report("size", last->st_size);
  report("structure across the end",
         sys::fstat(file, reinterpret_cast<struct stat *>(setup::last_bytes(sizeof(struct stat) - 8))));
}
