// wait4 returns the child's id and the low eight bits of its exit status. The child is
// gone then: a second wait finds none and stores nothing.
// Covers: wait4 exit status, ECHILD
#include "wali/test.h"

void test() {
  const int pid = setup::split();
  if (pid == 0)
    leave(0x1ab);
  Guarded<int> status;
  report("fork", pid);
  report("wait4", sys::wait4(pid, &status, 0, nullptr));
  report("status", WaitStatus{*status});
  report_walls("walls", status);
  status.fill();
  report("wait4 again", sys::wait4(pid, &status, 0, nullptr));
  report_poison("status", status);
}
