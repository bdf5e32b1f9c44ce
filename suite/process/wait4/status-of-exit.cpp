// The low eight bits of a child's exit status come back, with its id; waiting
// again finds no child.
// Covers: wait4 exit status, ECHILD
#include "wali/test.h"

void test() {
  int pid = setup::split();
  if (pid == 0)
    leave(0x1ab);
  Guarded<int> status;
  report("wait4 against the child's id", compared(sys::wait4(pid, &status, 0, nullptr).value, int64_t{pid}));
  report("status", WaitStatus{*status});
  report_walls("walls", status);
  status.fill();
  report("wait4 again", sys::wait4(pid, &status, 0, nullptr));
  report_poison("status", status);
}
