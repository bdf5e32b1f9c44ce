// A zombie is in its session until it is waited for.
// Covers: getsid zombie, ESRCH
#include "suite/process/sigchld.h"

void test() {
  keep_sigchld();
  const int pid = setup::fork([] { setup::require_pid("setsid", sys::setsid()); }).release();
  await_sigchld();
  report("fork", pid);
  report("getsid of the zombie", sys::getsid(pid));
  report("wait4", sys::wait4(pid, nullptr, 0, nullptr));
  report("getsid afterwards", sys::getsid(pid));
}
