// When a standard signal is sent twice while it is blocked, the handler gets the siginfo of the first.
// Covers: rt_sigaction SA_SIGINFO, pending signal
#include "wali/test.h"

namespace {

int sender() {
  const int parent = sys::getpid().pid();
  Child child = setup::fork([=] { setup::require_zero("kill", sys::kill(parent, SIGUSR2)); });
  const int pid = child.pid();
  setup::require_zero("wait4", {child.wait().value});
  return pid;
}

} // namespace

void test() {
  static int runs, pid;
  setup::on_siginfo(SIGUSR2, [](int, siginfo *info, void *) { ++runs, pid = info->si_pid; });
  setup::block(SIGUSR2);
  report("first sender", sender());
  report("second sender", sender());
  setup::unblock(SIGUSR2);
  report("runs", runs);
  report("si_pid", pid);
}
