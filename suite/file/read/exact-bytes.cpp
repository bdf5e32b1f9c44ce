// All byte values arrive as they are, as many as were asked for, and the
// position moves by that many.
// Covers: read exact bytes, count, position
#include "wali/test.h"

void test() {
  uint8_t all[256];
  for (int i = 0; i < 256; ++i)
    all[i] = static_cast<uint8_t>(255 - i);
  setup::write_file("bytes", Text(all, 256));
  Fd file = setup::open("bytes", O_RDONLY);
  GuardedBytes<250> buffer;
  report("read", sys::read(file, &buffer, 250));
  report_walls("walls", buffer);
  int different = 0;
  for (int i = 0; i < 250; ++i)
    different += (*buffer)[i] != 255 - i;
  report("first bytes", buffer.bytes(3));
  report("last bytes", buffer.bytes().part(247));
  report("bytes that differ", different);
  report("position", sys::lseek(file, 0, SEEK_CUR));
}
