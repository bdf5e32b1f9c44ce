// fdatasync synchronises a file that was written beyond 4 GiB and then grown. Size and data stay.
// Covers: fdatasync sparse file
#include "wali/test.h"

void test() {
  constexpr int64_t far = int64_t{5} << 30;
  Fd file = setup::open("sparse", O_RDWR | O_CREAT);
  setup::require_value("pwrite64", sys::pwrite64(file, "far", 3, far), 3);
  setup::resize(file, far + 100);
  report("fdatasync", sys::fdatasync(file));
  char buffer[4];
  setup::require_count("pread64", sys::pread64(file, buffer, 4, far), 4);
  report("bytes there", Text(buffer, 4));
  report("size", setup::file_size("sparse"));
}
