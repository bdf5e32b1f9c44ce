// Every byte asked for is written, the last one too: in sixty-four calls it does
// not stay what it was thirty-two times.
// Covers: getrandom length
#include "wali/test.h"

void test() {
  int unchanged = 0;
  for (int i = 0; i < 64; ++i) {
    GuardedBytes<4> buffer;
    unchanged += sys::getrandom(&buffer, 4, 0).value != 4 || (*buffer)[3] == poison;
  }
  report("calls that left the last byte, against 32", compared(unchanged, 32));
}
