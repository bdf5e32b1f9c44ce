// An empty file can be mapped. Calls get -EFAULT for its page until another descriptor makes the
// file grow, and again after the file is truncated.
// Covers: mmap empty file
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT), other = setup::open("file", O_RDWR);
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  setup::write_all(probe, "probe");
  Result result = sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  report("mmap", result);
  uint8_t *page = result.pointer();
  report("write from the page", sys::pwrite64(probe, page, 4, 0));
  report("read into the page", sys::pread64(probe, page, 4, 0));
  setup::write_all(other, "grown");
  report("write from the page, the file has grown", sys::pwrite64(probe, page, 8, 0));
  report("page", Text(page, 8));
  setup::resize(other, 0);
  report("write from the page, the file has been cut", sys::pwrite64(probe, page, 4, 0));
}
