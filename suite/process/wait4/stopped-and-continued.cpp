// With WUNTRACED wait4 returns for a stopped child, and with WCONTINUED for a continued one. Each
// stop and each continuation is reported once.
// Covers: wait4 WUNTRACED, WCONTINUED
#include "wali/test.h"

namespace {

// What wait4 says as soon as it has something to say.
Result wait_for(int pid, int *status, int options) {
  Result result = {0};
  for (int tries = 0; tries < 1000 && result.value == 0; ++tries) {
    result = sys::wait4(pid, status, options | WNOHANG, nullptr);
    setup::sleep_ms(result.value == 0);
  }
  return result;
}

} // namespace

void test() {
  Guarded<int> status;
  Child child = setup::fork([] {
    for (;;)
      setup::sleep_ms(1000);
  });
  report("fork", child.pid());
  setup::on_signal(SIGUSR2, [](int) {});
  Interrupter interrupter(SIGUSR2); // a wait that should be none ends
  child.kill(SIGSTOP);
  report("WUNTRACED", wait_for(-1, &status, WUNTRACED));
  report("status", WaitStatus{*status});
  report("WUNTRACED again", sys::wait4(-1, &status, WNOHANG | WUNTRACED, nullptr));
  child.kill(SIGCONT);
  report("WCONTINUED", wait_for(0, &status, WCONTINUED));
  report("status", WaitStatus{*status});
  report("WCONTINUED again", sys::wait4(0, &status, WNOHANG | WCONTINUED, nullptr));
}
