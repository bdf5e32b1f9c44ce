// A write at 5 GiB lands there and nowhere else, and leaves the file's position
// alone.
// Covers: pwrite64 offset beyond 4 GiB, position
#include "wali/test.h"

void test() {
  constexpr int64_t far = int64_t{5} << 30;
  Fd file = setup::open("sparse", O_RDWR | O_CREAT);
  setup::write_all(file, "near");
  setup::resize(file, far + 16);
  report("pwrite64", sys::pwrite64(file, "far away", 7, far + 4));
  report("position", sys::lseek(file, 0, SEEK_CUR));
  report("size", setup::file_size("sparse"));
  char buffer[12];
  setup::require_count("pread64", sys::pread64(file, buffer, 12, far + 3), 12);
  report("bytes there", Text(buffer, 12));
  setup::require_count("pread64", sys::pread64(file, buffer, 12, far % (int64_t{1} << 32) + 3), 12);
  report("bytes at the same offset modulo 4 GiB", Text(buffer, 12));
}
