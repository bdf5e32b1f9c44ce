// An ordinary user may not take another's id, and keeps his own three.
// Covers: setresuid EPERM
// REQUIRES: user
#include "wali/test.h"

void test() {
  int64_t before = sys::getuid().value;
  report("setresuid of the real id", sys::setresuid(0, -1, -1));
  report("setresuid of the effective id", sys::setresuid(-1, 0, -1));
  report("setresuid of the saved id", sys::setresuid(-1, -1, 0));
  report("getuid against before", compared(sys::getuid().value, before));
  report("geteuid against before", compared(sys::geteuid().value, before));
  report("setresuid to the own id", sys::setresuid(static_cast<int>(before), static_cast<int>(before), -1));
}
