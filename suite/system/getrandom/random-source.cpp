// GRND_RANDOM and GRND_NONBLOCK, each alone, give random bytes too. Since Linux 5.6 the random
// source gives as many as asked for.
// Covers: getrandom GRND_RANDOM, GRND_NONBLOCK
#include "wali/test.h"

void test() {
  GuardedBytes<32> first, second;
  report("GRND_NONBLOCK", sys::getrandom(&first, 32, GRND_NONBLOCK));
  report("GRND_RANDOM", sys::getrandom(&second, 32, GRND_RANDOM));
  report("bytes that differ, compared with 16", compared(differing_bytes(*&first, *&second, 32), size_t{16}));
  report_walls("walls of the first", first);
  report_walls("walls of the second", second);
}
