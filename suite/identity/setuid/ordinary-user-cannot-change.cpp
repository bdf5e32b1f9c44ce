// Without privilege setuid accepts only an id that the process has already.
// Covers: setuid EPERM, EINVAL
// REQUIRES: user, other-ids
#include "wali/test.h"

void test() {
  const Result own = sys::getuid();
  report("getuid", own);
  report("setuid to 0", sys::setuid(0));
  report("setuid to its own id", sys::setuid(static_cast<int>(own.value)));
  report("setuid to -1", sys::setuid(-1));
  report("geteuid afterwards", sys::geteuid());
}
