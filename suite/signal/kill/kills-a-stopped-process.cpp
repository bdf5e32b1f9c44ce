// SIGKILL ends a stopped process at once, without SIGCONT.
// Covers: kill SIGKILL, stopped process
#include "wali/test.h"

void test() {
  Child child = setup::fork([] {
    for (;;)
      setup::sleep_ms(1000);
  });
  int status = 0;
  child.kill(SIGSTOP);
  setup::require_value("wait4", sys::wait4(child.pid(), &status, WUNTRACED, nullptr), child.pid());
  report("child", WaitStatus{status});
  report("kill with SIGKILL", sys::kill(child.pid(), SIGKILL));
  report("child", child.wait());
}
