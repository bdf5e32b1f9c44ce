// Real root becomes another user for good, real and saved id too, in this
// process alone.
// Covers: setresuid success
// REQUIRES: root
#include "wali/test.h"

void test() {
  Child child = setup::fork([] {
    setup::require_zero("setresuid", sys::setresuid(1001, 1002, 1003));
    int right = sys::getuid().value == 1001 && sys::geteuid().value == 1002;
    int back = sys::setresuid(0, -1, -1).value == -EPERM;
    int saved = sys::setresuid(-1, 1003, -1).value == 0 && sys::geteuid().value == 1003;
    return right * 100 + back * 10 + saved;
  });
  report("child", child.wait());
  report("getuid here", sys::getuid());
}
