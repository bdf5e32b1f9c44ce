// A stopped process does not take other signals: SIGTERM ends it when SIGCONT has continued it.
// Covers: kill stopped process
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
  report("kill with SIGTERM", sys::kill(child.pid(), SIGTERM));
  setup::sleep_ms(20);
  report("wait4 20 ms later", sys::wait4(child.pid(), &status, WNOHANG, nullptr));
  report("kill with SIGCONT", sys::kill(child.pid(), SIGCONT));
  report("child", child.wait());
}
