// Without privilege setreuid refuses an id that the process does not have, and then changes
// nothing.
// Covers: setreuid EPERM
// REQUIRES: user, other-ids
#include "wali/test.h"

void test() {
  report("getuid", sys::getuid());
  report("geteuid", sys::geteuid());
  report("setreuid of the real id", sys::setreuid(0, -1));
  report("setreuid of the effective id", sys::setreuid(-1, 0));
  report("setreuid of neither", sys::setreuid(-1, -1));
  report("getuid afterwards", sys::getuid());
  report("geteuid afterwards", sys::geteuid());
}
