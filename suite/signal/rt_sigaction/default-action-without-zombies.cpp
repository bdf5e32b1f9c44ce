// With SA_NOCLDWAIT and the default action of SIGCHLD no child is kept for wait4 either. A wait lasts until all
// children have ended, and then finds none.
// Covers: rt_sigaction SA_NOCLDWAIT, SIG_DFL of SIGCHLD
// Covers: wait4 ECHILD
#include "wali/test.h"

void test() {
  const k_sigaction action = setup::action(SIG_DFL, SA_NOCLDWAIT);
  report("rt_sigaction", sys::rt_sigaction(SIGCHLD, &action, nullptr, 8));
  int &ended = setup::shared<int>();
  const int pid = setup::split();
  if (pid == 0) {
    setup::sleep_ms(30);
    ended = 1;
    leave(9);
  }
  int status = -1;
  report("wait4", sys::wait4(-1, &status, 0, nullptr));
  report("status", status);
  report("children that have ended", ended);
  // Its parent may be told a little before it has gone.
  setup::await("kill", [=] { return sys::kill(pid, 0); }, [](Result seen) { return seen.value == -ESRCH; });
}
