// wait4 no longer reports a stop when the child has been continued, nor a continuation when the child has ended.
// Covers: wait4 WUNTRACED, WCONTINUED, stop that is over
#include "suite/process/sigchld.h"

void test() {
  keep_sigchld();
  const int pid = setup::fork([] {
                    for (;;)
                      setup::sleep_ms(1000);
                  }).release();
  WaitStatus status = {0};
  report("fork", pid);
  report("kill with SIGSTOP", sys::kill(pid, SIGSTOP));
  await_sigchld();
  report("kill with SIGCONT", sys::kill(pid, SIGCONT));
  await_sigchld();
  report("wait4 with WUNTRACED", sys::wait4(pid, nullptr, WNOHANG | WUNTRACED, nullptr));
  report("kill with SIGKILL", sys::kill(pid, SIGKILL));
  await_sigchld();
  report("wait4 with all", sys::wait4(pid, &status.value, WNOHANG | WUNTRACED | WCONTINUED, nullptr));
  report("status", status);
  report("wait4 with all again", sys::wait4(pid, &status.value, WNOHANG | WUNTRACED | WCONTINUED, nullptr));
}
