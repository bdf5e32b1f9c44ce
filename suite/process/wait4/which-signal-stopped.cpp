// The status of a stopped child names the signal that stopped it.
// Covers: wait4 WUNTRACED, status of a stop
#include "wali/test.h"

void test() {
  Child child = setup::fork([] {
    for (;;)
      setup::sleep_ms(1000);
  });
  setup::require_zero("setpgid", sys::setpgid(child.pid(), 0)); // SIGTSTP does not stop an orphaned group
  for (int signo : {SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU}) {
    WaitStatus status = {0};
    child.kill(signo);
    setup::require_value("wait4", sys::wait4(child.pid(), &status.value, WUNTRACED, nullptr), child.pid());
    report("status", status);
    child.kill(SIGCONT);
    setup::require_value("wait4", sys::wait4(child.pid(), &status.value, WCONTINUED, nullptr), child.pid());
    report("status", status);
  }
}
