// setreuid exchanges real and effective ids, leaves alone what is -1, and lets a
// process go back to the saved id.
// Covers: setreuid exchange, -1
// REQUIRES: root
#include "wali/test.h"

void test() {
  Child child = setup::fork([] {
    setup::require_zero("setresuid", sys::setresuid(0, 1500, 0));
    int swapped = sys::setreuid(1500, 0).value == 0 && sys::getuid().value == 1500 && sys::geteuid().value == 0;
    int kept = sys::setreuid(-1, 1500).value == 0 && sys::getuid().value == 1500 && sys::geteuid().value == 1500;
    int back = sys::setreuid(-1, 0).value == 0 && sys::geteuid().value == 0; // the saved id
    return swapped * 100 + kept * 10 + back;
  });
  report("child", child.wait());
}
