// If no signal interrupts it, getrandom gives more than 256 bytes at once, and the last ones are
// as random as the first.
// Covers: getrandom length
#include "wali/test.h"

void test() {
  constexpr size_t size = 65536;
  static GuardedBytes<size> first, second;
  report("getrandom", sys::getrandom(&first, size, 0));
  report("getrandom again", sys::getrandom(&second, size, 0));
  report_walls("walls", first);
  const uint8_t *one = *&first + size - 256, *other = *&second + size - 256;
  report("last bytes that differ, compared with 128", compared(differing_bytes(one, other, 256), size_t{128}));
}
