// getgid returns the real group id, which need not be the effective one.
// Covers: getgid after setresgid
// REQUIRES: root
#include "wali/test.h"

void test() {
  report("setresgid", sys::setresgid(1234, 5678, -1));
  report("getgid", sys::getgid());
  report("getegid", sys::getegid());
}
