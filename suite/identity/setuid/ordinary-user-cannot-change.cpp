// Without privilege setuid takes only an id that the process has already.
// Covers: setuid EPERM, EINVAL
// REQUIRES: user
#include "wali/test.h"

void test() {
  int own = static_cast<int>(sys::getuid().value);
  report("setuid of another user", sys::setuid(0));
  report("setuid of its own", sys::setuid(own));
  report("setuid of -1", sys::setuid(-1));
  report("geteuid against before", compared(sys::geteuid().value, int64_t{own}));
}
