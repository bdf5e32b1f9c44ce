// The status says whether a child that a signal ended has dumped core, as SIGCHLD does: si_code
// is CLD_DUMPED, 3, or CLD_KILLED, 2.
// Covers: wait4 core dump
#include "suite/process/sigchld.h"

namespace {

siginfo seen;

} // namespace

void test() {
  keep_sigchld();
  setup::on_siginfo(SIGCHLD, [](int, siginfo *info, void *) { seen = *info; });
  const int pid = setup::fork([] {
                    for (;;)
                      setup::sleep_ms(1000);
                  }).release();
  report("fork", pid);
  report("kill with SIGQUIT", sys::kill(pid, SIGQUIT));
  await_sigchld();
  int status = 0;
  report("wait4", sys::wait4(pid, &status, 0, nullptr));
  report("si_status", seen.si_status);
  report("si_code", seen.si_code);
  report("status", status);
}
