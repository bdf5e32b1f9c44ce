// With privilege setgid changes the real, effective and saved id: there is no way
// back for a child that has done so.
// Covers: setgid success
// REQUIRES: root
#include "wali/test.h"

void test() {
  Child child = setup::fork([] {
    int changed = sys::setgid(2345).value == 0;
    int ids = sys::getgid().value == 2345 && sys::getegid().value == 2345;
    return changed * 10 + ids;
  });
  report("child", child.wait());
  report("getgid here", sys::getgid());
}
