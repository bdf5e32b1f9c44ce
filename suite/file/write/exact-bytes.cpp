// All byte values are written as they are, as many as were given, and the
// position moves by that many.
// Covers: write exact bytes, count, position
#include "wali/test.h"

void test() {
  uint8_t all[260]; // four more than are written
  for (int i = 0; i < 260; ++i)
    all[i] = static_cast<uint8_t>(255 - i);
  Fd file = setup::open("bytes", O_RDWR | O_CREAT);
  report("write", sys::write(file, all, 256));
  report("position", sys::lseek(file, 0, SEEK_CUR));
  Text contents = setup::read_file("bytes");
  report("size", contents.size);
  int different = 0;
  for (int i = 0; i < 256; ++i)
    different += static_cast<uint8_t>(contents.data[i]) != 255 - i;
  report("bytes that differ", different);
  report("first bytes", contents.part(0, 3));
  report("last bytes", contents.part(253));
}
