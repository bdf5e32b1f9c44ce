// Reading at a position beyond 4 GiB gets what lies there.
// Covers: read position beyond 4 GiB
#include "wali/test.h"

void test() {
  constexpr int64_t far = (int64_t{3} << 32) + 5;
  Fd file = setup::open("sparse", O_RDWR | O_CREAT);
  setup::require_value("pwrite64", sys::pwrite64(file, "near", 4, 5), 4);
  setup::require_value("pwrite64", sys::pwrite64(file, "distant", 7, far), 7);
  setup::seek(file, far - 2);
  GuardedBytes<9> buffer;
  report("read", sys::read(file, &buffer, 6));
  report("buffer", buffer.bytes(6));
  report_poison("rest of the buffer", buffer.bytes().part(6).data, 3);
  report("position", sys::lseek(file, 0, SEEK_CUR));
}
