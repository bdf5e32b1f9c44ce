// As many random bytes as asked for arrive, no more; two calls differ; unknown
// flags are refused.
// Covers: getrandom length, EINVAL
#include "wali/test.h"

void test() {
  GuardedBytes<32> first, second;
  report("getrandom", sys::getrandom(&first, 32, 0));
  report("getrandom again", sys::getrandom(&second, 32, 0));
  report_walls("walls", first);
  report("equal bytes of the two against 16", compared(
                                                  [&] {
                                                    int equal = 0;
                                                    for (int i = 0; i < 32; ++i)
                                                      equal += (*first)[i] == (*second)[i];
                                                    return equal;
                                                  }(),
                                                  16));
  report("getrandom of nothing", sys::getrandom(&first, 0, 0));
  report("getrandom with an unknown flag", sys::getrandom(&first, 32, 0x80));
}
