// A part of a mapping can be unmapped, in whole pages. The rest stays, and the hole cannot be
// used until it is mapped again, with zeros.
// Covers: munmap part of a mapping, length
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "data");
  uint8_t *bytes = setup::map(6 * 4096);
  __builtin_memset(bytes, 0x33, 6 * 4096);
  auto report_pages = [&] {
    for (size_t page = 0; page < 6; ++page)
      report(label("write from page ", page), sys::pwrite64(file, bytes + page * 4096, 4096, 4096));
  };
  report("munmap of 4097 bytes", sys::munmap(bytes + 4096, 4097));
  report("munmap of a byte", sys::munmap(bytes + 5 * 4096, 1));
  report_pages();
  report("read into the hole", sys::pread64(file, bytes + 4096, 4, 0));
  report("hole", reinterpret_cast<uintptr_t>(bytes + 4096));
  report("mmap in the hole", sys::mmap(bytes + 4096, 8192, PROT_READ | PROT_WRITE,
                                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0));
  report("around its begin", Text(bytes + 4094, 4));
  report("around its end", Text(bytes + 3 * 4096 - 2, 4));
}
