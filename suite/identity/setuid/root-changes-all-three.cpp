// With privilege setuid changes the real, effective and saved id: there is no way
// back for a child that has done so.
// Covers: setuid success
// REQUIRES: root
#include "wali/test.h"

void test() {
  Child child = setup::fork([] {
    int changed = sys::setuid(2345).value == 0;
    int ids = sys::getuid().value == 2345 && sys::geteuid().value == 2345;
    return changed * 10 + ids;
  });
  report("child", child.wait());
  report("getuid here", sys::getuid());
}
