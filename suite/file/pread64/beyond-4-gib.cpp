// A read at 5 GiB gets what lies there, and leaves the file's position alone.
// Covers: pread64 offset beyond 4 GiB
#include "wali/test.h"

void test() {
  constexpr int64_t far = int64_t{5} << 30;
  Fd file = setup::open("sparse", O_RDWR | O_CREAT);
  setup::write_all(file, "near");
  setup::require_value("pwrite64", sys::pwrite64(file, "far away", 8, far), 8);
  GuardedBytes<16> buffer;
  report("pread64", sys::pread64(file, &buffer, 16, far + 4));
  report("buffer", buffer.bytes(4));
  report_poison("rest of the buffer", buffer.bytes().part(4).data, 12);
  report("pread64 at the same offset modulo 4 GiB", sys::pread64(file, &buffer, 16, far % (int64_t{1} << 32) + 4));
  report("byte there", Hex{(*buffer)[0]});
  report("position", sys::lseek(file, 0, SEEK_CUR));
}
