// A signal to a zombie is accepted and does nothing. wait4 returns the status with which the child had ended before.
// Covers: wait4 zombie, exit status
#include "suite/process/sigchld.h"

void test() {
  keep_sigchld();
  const int pid = setup::fork([] { return 7; }).release();
  await_sigchld();
  report("fork", pid);
  report("kill with SIGTERM", sys::kill(pid, SIGTERM));
  report("kill with SIGKILL", sys::kill(pid, SIGKILL));
  WaitStatus status = {0};
  report("wait4", sys::wait4(pid, &status.value, 0, nullptr));
  report("status", status);
  report("kill afterwards", sys::kill(pid, 0));
}
