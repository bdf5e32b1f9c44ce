// setregid exchanges the real and the effective group id, and makes the new effective id the
// saved one where the real id changes: a process without privilege has no way back then.
// Covers: setregid exchange, saved id, EPERM
// REQUIRES: root
#include "wali/test.h"

namespace {

void report_ids() {
  report("in the child, getgid", sys::getgid());
  report("in the child, getegid", sys::getegid());
}

} // namespace

void test() {
  setup::in_child([] {
    setup::require_zero("setresgid", sys::setresgid(2500, 2600, 0));
    setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
    report("in the child, exchange", sys::setregid(2600, 2500));
    report_ids();
    report("in the child, 0, which was the saved id", sys::setregid(-1, 0));
    report("in the child, both to the effective id", sys::setregid(2500, 2500));
    report_ids();
    report("in the child, back to the id given up", sys::setregid(-1, 2600));
    report_ids();
  });
}
