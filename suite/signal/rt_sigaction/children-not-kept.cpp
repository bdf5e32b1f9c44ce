// With SA_NOCLDWAIT, or with SIGCHLD ignored, no child is kept for wait4. A handler with SA_NOCLDWAIT still runs.
// Covers: rt_sigaction SA_NOCLDWAIT, SIG_IGN of SIGCHLD
// Covers: wait4 ECHILD
#include "wali/test.h"

namespace {

int runs;

int end_a_child() {
  int pid = setup::split();
  if (pid == 0)
    leave(9);
  return pid;
}

} // namespace

void test() {
  int status = -1;
  setup::on_signal(SIGCHLD, [](int) { ++runs; }, SA_NOCLDWAIT | SA_RESTART);
  int pid = end_a_child();
  report("wait4 with SA_NOCLDWAIT", sys::wait4(pid, &status, 0, nullptr));
  report("status", status);
  report("handler runs", runs);
  setup::set_disposition(SIGCHLD, SIG_IGN);
  pid = end_a_child();
  report("wait4 with SIG_IGN", sys::wait4(pid, &status, 0, nullptr));
  setup::set_disposition(SIGCHLD, SIG_DFL);
  pid = end_a_child();
  report("the child's id", pid);
  report("wait4 with SIG_DFL", sys::wait4(pid, &status, 0, nullptr));
  report("status", WaitStatus{status});
}
