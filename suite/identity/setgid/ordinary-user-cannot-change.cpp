// Without privilege setgid takes only an id that the process has already.
// Covers: setgid EPERM, EINVAL
// REQUIRES: user
#include "wali/test.h"

void test() {
  int own = static_cast<int>(sys::getgid().value);
  report("setgid of another group", sys::setgid(0));
  report("setgid of its own", sys::setgid(own));
  report("setgid of -1", sys::setgid(-1));
  report("getegid against before", compared(sys::getegid().value, int64_t{own}));
}
