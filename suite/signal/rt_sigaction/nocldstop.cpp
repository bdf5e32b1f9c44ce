// With SA_NOCLDSTOP a child that stops and continues raises no SIGCHLD. Its end does.
// Covers: rt_sigaction SA_NOCLDSTOP
#include "wali/test.h"

void test() {
  static int runs;
  static int32_t code;
  setup::on_siginfo(
      SIGCHLD, [](int, siginfo *info, void *) { ++runs, code = info->si_code; }, SA_NOCLDSTOP | SA_RESTART);
  Child child = setup::fork([] {
    for (;;)
      setup::sleep_ms(1000);
  });
  int status = 0;
  child.kill(SIGSTOP);
  setup::require_value("wait4", sys::wait4(child.pid(), &status, WUNTRACED, nullptr), child.pid());
  report("child", WaitStatus{status});
  child.kill(SIGCONT);
  setup::require_value("wait4", sys::wait4(child.pid(), &status, WCONTINUED, nullptr), child.pid());
  report("child", WaitStatus{status});
  child.kill(SIGTERM);
  report("child", child.wait());
  report("handler runs", runs);
  report("si_code", Choice{abi::sets::sigchld_code, code});
}
