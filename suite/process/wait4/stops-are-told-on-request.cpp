// wait4 reports a stop only with WUNTRACED and a continuation only with WCONTINUED.
// Covers: wait4 WUNTRACED, WCONTINUED, WNOHANG
#include "suite/process/sigchld.h"

void test() {
  keep_sigchld();
  Child child = setup::fork([] {
    for (;;)
      setup::sleep_ms(1000);
  });
  report("fork", child.pid());
  child.kill(SIGSTOP);
  await_sigchld();
  report("no option, stopped", sys::wait4(child.pid(), nullptr, WNOHANG, nullptr));
  report("WCONTINUED, stopped", sys::wait4(child.pid(), nullptr, WNOHANG | WCONTINUED, nullptr));
  report("WUNTRACED, stopped", sys::wait4(child.pid(), nullptr, WNOHANG | WUNTRACED, nullptr));
  child.kill(SIGCONT);
  await_sigchld();
  report("no option, continued", sys::wait4(child.pid(), nullptr, WNOHANG, nullptr));
  report("WUNTRACED, continued", sys::wait4(child.pid(), nullptr, WNOHANG | WUNTRACED, nullptr));
  report("WCONTINUED, continued", sys::wait4(child.pid(), nullptr, WNOHANG | WCONTINUED, nullptr));
}
