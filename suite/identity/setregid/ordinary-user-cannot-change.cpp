// An ordinary user may not take another group, and keeps his own.
// Covers: setregid EPERM
// REQUIRES: user
#include "wali/test.h"

void test() {
  int64_t before = sys::getgid().value;
  report("setregid of the real group", sys::setregid(0, -1));
  report("setregid of the effective group", sys::setregid(-1, 0));
  report("setregid of neither", sys::setregid(-1, -1));
  report("getgid against before", compared(sys::getgid().value, before));
  report("getegid against before", compared(sys::getegid().value, before));
}
