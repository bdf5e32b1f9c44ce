// Without privilege setregid refuses an id that the process does not have, and then changes
// nothing.
// Covers: setregid EPERM
// REQUIRES: user, other-ids
#include "wali/test.h"

void test() {
  report("getgid", sys::getgid());
  report("getegid", sys::getegid());
  report("setregid of the real id", sys::setregid(0, -1));
  report("setregid of the effective id", sys::setregid(-1, 0));
  report("setregid of neither", sys::setregid(-1, -1));
  report("getgid afterwards", sys::getgid());
  report("getegid afterwards", sys::getegid());
}
