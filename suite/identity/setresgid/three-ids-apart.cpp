// setresgid sets each of the three group ids separately, and -1 leaves one unchanged. A process
// without privilege may choose among the three that it has.
// Covers: setresgid success, -1, EPERM
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::in_child([] {
    report("in the child, setresgid", sys::setresgid(101, 102, 103));
    report("in the child, getgid", sys::getgid());
    report("in the child, getegid", sys::getegid());
    setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
    report("in the child, the saved id as effective one", sys::setresgid(-1, 103, -1));
    report("in the child, getgid", sys::getgid());
    report("in the child, getegid", sys::getegid());
    report("in the child, the lost id as effective one", sys::setresgid(-1, 102, -1));
    report("in the child, getegid", sys::getegid());
  });
  report("in the parent, getgid", sys::getgid());
  report("in the parent, getegid", sys::getegid());
}
