// Real root that changes all three user ids cannot go back to 0, but may take its
// saved id. The parent is not changed.
// Covers: setresuid success
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::in_child([] {
    report("in the child, setresuid", sys::setresuid(1001, 1002, 1003));
    report("in the child, getuid", sys::getuid());
    report("in the child, geteuid", sys::geteuid());
    report("in the child, 0 as real id", sys::setresuid(0, -1, -1));
    report("in the child, 0 as effective id", sys::setresuid(-1, 0, -1));
    report("in the child, 0 as saved id", sys::setresuid(-1, -1, 0));
    report("in the child, the saved id as effective one", sys::setresuid(-1, 1003, -1));
    report("in the child, getuid", sys::getuid());
    report("in the child, geteuid", sys::geteuid());
  });
  report("in the parent, getuid", sys::getuid());
  report("in the parent, geteuid", sys::geteuid());
}
