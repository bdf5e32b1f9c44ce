// setreuid exchanges the real and the effective id, and -1 leaves one unchanged. If the real id
// changes, the new effective id becomes the saved one: a process that gave up 0 in all three
// cannot go back.
// Covers: setreuid exchange, -1, saved id, EPERM
// REQUIRES: root
#include "wali/test.h"

void ids() { report("in the child, getuid and geteuid", label(sys::getuid().value, " ", sys::geteuid().value)); }

void test() {
  setup::in_child([] {
    setup::require_zero("setresuid", sys::setresuid(0, 1500, 0));
    report("in the child, exchange", sys::setreuid(1500, 0));
    ids();
    report("in the child, effective id alone", sys::setreuid(-1, 1500));
    ids();
    report("in the child, back to the saved id 0", sys::setreuid(-1, 0));
    ids();
    report("in the child, both", sys::setreuid(1600, 1600));
    ids();
    report("in the child, back to 0", sys::setreuid(-1, 0));
    ids();
  });
}
