// With privilege setuid changes the real, the effective and the saved user id, so
// that there is no way back to root. The parent is not changed.
// Covers: setuid success
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::in_child([] {
    report("in the child, setuid", sys::setuid(2345));
    report("in the child, getuid", sys::getuid());
    report("in the child, geteuid", sys::geteuid());
    report("in the child, setuid to 0", sys::setuid(0));
    report("in the child, setresuid to 0 as effective id", sys::setresuid(-1, 0, -1));
    report("in the child, geteuid afterwards", sys::geteuid());
  });
  report("in the parent, getuid", sys::getuid());
  report("in the parent, geteuid", sys::geteuid());
}
