// A private mapping of a file's second page shows that page and zeros beyond the end of the
// file. What is written to it does not reach the file.
// Covers: mmap file mapping, offset, MAP_PRIVATE
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::require_value("pwrite64", sys::pwrite64(file, "first", 5, 0), 5);
  setup::require_value("pwrite64", sys::pwrite64(file, "second", 6, 4096), 6);
  Result result = sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 4096);
  report("mmap's offset in a page", result.value % 4096);
  char *page = result.pointer<char>();
  report("page", Text(page, 8));
  report("last byte", Hex{static_cast<uint8_t>(page[4095])});
  page[0] = 'S';
  setup::require_value("pwrite64", sys::pwrite64(file, "FIRST", 5, 0), 5);
  report("page afterwards", Text(page, 8));
  GuardedBytes<6> buffer;
  setup::require_count("pread64", sys::pread64(file, &buffer, 6, 4096), 6);
  report("file afterwards", buffer.bytes());
}
