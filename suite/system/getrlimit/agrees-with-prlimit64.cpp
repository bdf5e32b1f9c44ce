// getrlimit gives the limits that prlimit64 set, with 64 bits each.
// Covers: getrlimit RLIMIT_FSIZE, 64-bit limits
#include "wali/test.h"

void test() {
  const rlimit limits = {0x123456789, 0x987654321};
  report("prlimit64", sys::prlimit64(0, RLIMIT_FSIZE, &limits, nullptr));
  Guarded<rlimit> seen;
  report("getrlimit", sys::getrlimit(RLIMIT_FSIZE, &seen));
  report("limits", *seen);
  report_walls("walls", seen);
}
