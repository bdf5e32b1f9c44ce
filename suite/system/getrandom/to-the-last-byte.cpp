// getrandom writes each byte that is asked for, including the last: in sixty-four calls it keeps
// its old value fewer than thirty-two times.
// Covers: getrandom length
#include "wali/test.h"

void test() {
  int64_t written = 0, unchanged = 0;
  for (int i = 0; i < 64; ++i) {
    GuardedBytes<4> buffer;
    written += sys::getrandom(&buffer, 4, 0).value;
    unchanged += (*buffer)[3] == poison;
  }
  report("bytes written", written);
  report("calls that left the last byte, compared with 32", compared(unchanged, int64_t{32}));
}
