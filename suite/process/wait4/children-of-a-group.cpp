// wait4 of 0 waits for children of the caller's process group, and of a negative id for
// those of that group. Children of other groups that have ended are left.
// Covers: wait4 process groups
#include "wali/test.h"

void test() {
  int others = setup::fork([] { return 1; }).release(), own = setup::fork([] { return 2; }).release();
  setup::require_zero("setpgid", sys::setpgid(others, others));
  report("fork", others);
  report("fork", own);
  WaitStatus status = {0};
  report("wait4 of 0", sys::wait4(0, &status.value, 0, nullptr));
  report("status", status);
  report("wait4 of 0 again", sys::wait4(0, nullptr, 0, nullptr));
  report("wait4 of the other group", sys::wait4(-others, &status.value, 0, nullptr));
  report("status", status);
  report("wait4 of the other group again", sys::wait4(-others, nullptr, 0, nullptr));
}
