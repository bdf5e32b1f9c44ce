// setresgid sets each of the three group ids for itself; -1 leaves one alone; a
// process without privilege may choose among the three.
// Covers: setresgid success, -1, EPERM
// REQUIRES: root
#include "wali/test.h"

void test() {
  Child child = setup::fork([] {
    setup::require_zero("setresgid", sys::setresgid(101, 102, 103));
    int set = sys::getgid().value == 101 && sys::getegid().value == 102;
    setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
    int to_saved = sys::setresgid(-1, 103, -1).value == 0 && sys::getegid().value == 103 && sys::getgid().value == 101;
    int refused = sys::setresgid(-1, 102, -1).value == -EPERM;
    return set * 100 + to_saved * 10 + refused;
  });
  report("child", child.wait());
  report("getegid here", sys::getegid());
}
