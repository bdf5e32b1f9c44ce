// Without privilege setgid accepts only an id that the process has already.
// Covers: setgid EPERM, EINVAL
// REQUIRES: user, other-ids
#include "wali/test.h"

void test() {
  const Result own = sys::getgid();
  report("getgid", own);
  report("setgid to 0", sys::setgid(0));
  report("setgid to its own id", sys::setgid(static_cast<int>(own.value)));
  report("setgid to -1", sys::setgid(-1));
  report("getegid afterwards", sys::getegid());
}
