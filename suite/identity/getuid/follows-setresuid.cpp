// The real id is the one that setresuid set. The effective one stays.
// Covers: getuid after setresuid
// REQUIRES: root
#include "wali/test.h"

void test() {
  report("getuid", sys::getuid());
  report("setresuid", sys::setresuid(1234, -1, -1));
  report("getuid afterwards", sys::getuid());
  report("geteuid afterwards", sys::geteuid());
}
