// getrandom writes as many random bytes as it is asked for and no more. Two calls give different ones.
// Covers: getrandom length
#include "wali/test.h"

void test() {
  GuardedBytes<32> first, second;
  report("getrandom", sys::getrandom(&first, 32, 0));
  report("getrandom again", sys::getrandom(&second, 32, 0));
  report_walls("walls", first);
  report("bytes that differ, compared with 16", compared(differing_bytes(*&first, *&second, 32), size_t{16}));
  first.fill();
  report("getrandom of nothing", sys::getrandom(&first, 0, 0));
  report_poison("buffer", first);
}
