// Without privilege setresuid refuses an id that the process does not have, and then changes
// nothing.
// Covers: setresuid EPERM
// REQUIRES: user, other-ids
#include "wali/test.h"

void test() {
  const Result own = sys::getuid();
  const int id = static_cast<int>(own.value);
  report("getuid", own);
  report("geteuid", sys::geteuid());
  report("setresuid of the real id", sys::setresuid(0, -1, -1));
  report("setresuid of the effective id", sys::setresuid(-1, 0, -1));
  report("setresuid of the saved id", sys::setresuid(-1, -1, 0));
  report("getuid afterwards", sys::getuid());
  report("geteuid afterwards", sys::geteuid());
  report("setresuid to its own id", sys::setresuid(id, id, -1));
}
