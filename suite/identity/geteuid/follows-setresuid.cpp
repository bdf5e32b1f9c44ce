// The effective id is what setresuid made it, and the one that new files bear;
// the real id stays.
// Covers: geteuid after setresuid
// REQUIRES: root
#include "wali/test.h"

void test() {
  report("setresuid", sys::setresuid(-1, 1234, -1));
  report("geteuid", sys::geteuid());
  report("getuid", sys::getuid());
  report("back", sys::setresuid(-1, 0, -1));
  report("geteuid again", sys::geteuid());
}
