// An ordinary user may not take another's id with setreuid.
// Covers: setreuid EPERM
// REQUIRES: user
#include "wali/test.h"

void test() {
  int64_t before = sys::getuid().value;
  report("setreuid of the real id", sys::setreuid(0, -1));
  report("setreuid of the effective id", sys::setreuid(-1, 0));
  report("setreuid of neither", sys::setreuid(-1, -1));
  report("getuid against before", compared(sys::getuid().value, before));
  report("geteuid against before", compared(sys::geteuid().value, before));
}
