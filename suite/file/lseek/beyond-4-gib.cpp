// Positions beyond 4 GiB are given and come back with all their bits, from each
// origin.
// Covers: lseek offset beyond 4 GiB, result beyond 4 GiB
#include "wali/test.h"

void test() {
  constexpr int64_t far = 0x123456789a;
  Fd file = setup::open("sparse", O_RDWR | O_CREAT);
  setup::resize(file, far);
  report("SEEK_SET", sys::lseek(file, far + 1, SEEK_SET));
  report("SEEK_CUR", sys::lseek(file, far, SEEK_CUR));
  report("SEEK_CUR backwards", sys::lseek(file, -far - 2, SEEK_CUR));
  report("SEEK_END", sys::lseek(file, -0x100000000, SEEK_END));
  report("where it stands", sys::lseek(file, 0, SEEK_CUR));
  report("SEEK_SET 2 GiB", sys::lseek(file, 0x80000000, SEEK_SET));
  report("SEEK_SET 4 GiB less 1", sys::lseek(file, 0xffffffff, SEEK_SET));
}
