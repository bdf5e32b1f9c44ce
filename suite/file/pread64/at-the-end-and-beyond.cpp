// pread64 stops at the end of the file, gives 0 beyond it and zeros in a hole, and stores
// no more bytes than it gives.
// Covers: pread64 end of file, count, hole
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "0123456789");
  setup::resize(file, 14);
  GuardedBytes<16> buffer;
  report("in the middle", sys::pread64(file, &buffer, 3, 2));
  report("buffer", buffer.bytes(3));
  report_poison("rest of the buffer", buffer.bytes().part(3).data, 13);
  buffer.fill();
  report("across the end", sys::pread64(file, &buffer, 16, 8));
  report("buffer", buffer.bytes(6));
  report_poison("rest of the buffer", buffer.bytes().part(6).data, 10);
  buffer.fill();
  report("at the end", sys::pread64(file, &buffer, 16, 14));
  report("beyond the end", sys::pread64(file, &buffer, 16, int64_t{1} << 40));
  report("nothing", sys::pread64(file, &buffer, 0, 3));
  report_poison("buffer", buffer);
  report_walls("walls", buffer);
  report("position", sys::lseek(file, 0, SEEK_CUR));
}
