// setregid makes the effective group the saved one where it sets the real group, or an
// effective one other than the real group. Else the saved group stays, and is a way back.
// Covers: setregid saved group id
// REQUIRES: root
#include "wali/test.h"

namespace {

// From here on only the three ids decide.
void give_up_capabilities() { setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000)); }

void both() {
  report("setregid of both", sys::setregid(1001, 1001));
  give_up_capabilities();
  report("setregid to the group of before", sys::setregid(-1, 0));
}

void effective_is_the_real() {
  setup::require_zero("setresgid", sys::setresgid(1001, 0, 0));
  give_up_capabilities();
  report("setregid of the effective to the real group", sys::setregid(-1, 1001));
  report("setregid to the group of before", sys::setregid(-1, 0));
}

void effective_alone() {
  setup::require_zero("setresgid", sys::setresgid(1001, 1002, 0));
  give_up_capabilities();
  report("setregid of the effective to the saved group", sys::setregid(-1, 0));
  report("setregid to the group of before", sys::setregid(-1, 1002));
}

} // namespace

void test() {
  setup::in_child(both);
  setup::in_child(effective_is_the_real);
  setup::in_child(effective_alone);
}
