// The siginfo of a signal names the real user of the process that sent it, not the effective one.
// Covers: rt_sigaction SA_SIGINFO, si_uid
// REQUIRES: root
#include "wali/test.h"

void test() {
  static siginfo seen;
  setup::on_siginfo(SIGUSR2, [](int, siginfo *info, void *) { seen = *info; });
  const int parent = sys::getpid().pid();
  setup::in_child([=] {
    setup::require_zero("setresuid", sys::setresuid(1234, 0, 5678));
    report("in the child, kill", sys::kill(parent, SIGUSR2));
  });
  report("si_uid", seen.si_uid);
}
