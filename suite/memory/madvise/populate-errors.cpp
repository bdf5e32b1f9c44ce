// MADV_POPULATE_READ and MADV_POPULATE_WRITE fail for pages beyond the end of a file, and
// MADV_POPULATE_WRITE for memory that may only be read.
// Covers: madvise MADV_POPULATE_READ, MADV_POPULATE_WRITE, EFAULT, EINVAL
#include "wali/test.h"

void test() {
  setup::write_file("file", "short");
  Fd file = setup::open("file", O_RDWR);
  Result view = sys::mmap(nullptr, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  setup::require_address("mmap", view, 8192);
  report("MADV_POPULATE_READ behind the end of the file", sys::madvise(view.pointer(), 8192, MADV_POPULATE_READ));
  uint8_t *readable = setup::map(4096, PROT_READ);
  report("MADV_POPULATE_WRITE of what may only be read", sys::madvise(readable, 4096, MADV_POPULATE_WRITE));
}
