// A zombie is in its process group until it is waited for, and is a group's member for kill.
// Covers: getpgid zombie, ESRCH
#include "suite/process/sigchld.h"

void test() {
  keep_sigchld();
  const int pid = setup::fork([] { setup::require_zero("setpgid", sys::setpgid(0, 0)); }).release();
  await_sigchld();
  report("fork", pid);
  report("getpgid of the zombie", sys::getpgid(pid));
  report("kill of its group with 0", sys::kill(-pid, 0));
  report("wait4", sys::wait4(pid, nullptr, 0, nullptr));
  report("getpgid afterwards", sys::getpgid(pid));
  report("kill of its group afterwards", sys::kill(-pid, 0));
}
