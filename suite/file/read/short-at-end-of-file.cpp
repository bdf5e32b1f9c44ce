// A read that reaches beyond the end of a file gives what is left, leaves the
// rest of the buffer alone, and the next one gives 0.
// Covers: read end of file, short count, rest of the buffer
#include "wali/test.h"

void test() {
  setup::write_file("short", "0123456789");
  Fd file = setup::open("short", O_RDONLY);
  setup::seek(file, 7);
  GuardedBytes<16> buffer;
  report("read", sys::read(file, &buffer, 16));
  report("buffer", buffer.bytes(3));
  report_poison("rest of the buffer", buffer.bytes().part(3).data, 13);
  buffer.fill();
  report("read at the end", sys::read(file, &buffer, 16));
  report_poison("buffer", buffer);
  setup::seek(file, int64_t{5} << 32);
  report("read far beyond the end", sys::read(file, &buffer, 16));
  report_poison("buffer", buffer);
  report("position", sys::lseek(file, 0, SEEK_CUR));
}
