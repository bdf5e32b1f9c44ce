// /dev/null is at end of file and takes everything that is written. /dev/zero gives as many zeros as are asked for
// and takes everything as well.
// Covers: read /dev/null, /dev/zero
// Covers: write /dev/null, /dev/zero
#include "wali/test.h"

void test() {
  static uint8_t block[10000];
  for (const char *path : {"/dev/null", "/dev/zero"}) {
    Fd device = setup::open(path, O_RDWR);
    __builtin_memset(block, poison, sizeof(block));
    report(label(path, ", write"), sys::write(device, block, sizeof(block)));
    report(label(path, ", read"), sys::read(device, block, sizeof(block)));
    size_t zeros = 0;
    for (uint8_t byte : block)
      zeros += byte == 0;
    report("zeros", zeros);
  }
}
