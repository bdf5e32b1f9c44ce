// Sizes beyond 4 GiB keep all their bits.
// Covers: ftruncate length beyond 4 GiB
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123");
  Fd file = setup::open("file", O_RDWR);
  report("ftruncate", sys::ftruncate(file, 0x123456789a));
  report("size", setup::file_size("file"));
  report("to 4 GiB exactly", sys::ftruncate(file, 0x100000000));
  report("size", setup::file_size("file"));
  report("to 4 GiB less 1", sys::ftruncate(file, 0xffffffff));
  report("size", setup::file_size("file"));
  char buffer[5];
  setup::require_count("pread64", sys::pread64(file, buffer, 5, 0), 5);
  report("first bytes", Text(buffer, 5));
}
