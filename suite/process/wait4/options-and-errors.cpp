// WNOHANG gives 0 while the child lives and leaves the status alone; a stopped
// and a continued child are told when asked for; wrong options and ids are errors.
// Covers: wait4 WNOHANG, WUNTRACED, WCONTINUED, EINVAL, ECHILD, ESRCH, EFAULT
#include "wali/test.h"

namespace {

// What wait4 says as soon as it has something to say.
Result wait_for(int pid, int *status, int options) {
  Result result = {0};
  for (int tries = 0; tries < 500 && result.value == 0; ++tries) {
    result = sys::wait4(pid, status, options | WNOHANG, nullptr);
    setup::sleep_ms(result.value == 0);
  }
  return result;
}

} // namespace

void test() {
  Guarded<int> status;
  Guarded<struct rusage> usage;
  report("without children", sys::wait4(-1, &status, 0, &usage));
  report_poison("usage", usage);
  Child child = setup::fork([] {
    for (;;)
      setup::sleep_ms(1000);
  });
  setup::on_signal(SIGUSR2, [](int) {});
  {
    Interrupter interrupter(SIGUSR2); // a wait that should be none ends
    report("WNOHANG", sys::wait4(child.pid(), &status, WNOHANG, nullptr));
    report_poison("status", status);
    report("unknown option", sys::wait4(child.pid(), &status, 0x10, nullptr));
    report("an id that is no child's", sys::wait4(1, &status, 0, nullptr));
    report("a group without children", sys::wait4(-0x7ffffff0, &status, 0, nullptr));
    report("the most negative id", sys::wait4(static_cast<int>(0x80000000), &status, 0, nullptr));
    child.kill(SIGSTOP);
    report("WUNTRACED", compared(wait_for(-1, &status, WUNTRACED).value, int64_t{child.pid()}));
    report("stopped", WaitStatus{*status});
    child.kill(SIGCONT);
    report("WCONTINUED", compared(wait_for(0, &status, WCONTINUED).value, int64_t{child.pid()}));
    report("continued", WaitStatus{*status});
  }
  child.kill(SIGKILL);
  report("bad status address", sys::wait4(child.pid(), static_cast<int *>(setup::bad_address()), 0, nullptr));
  report("the child is gone all the same", sys::wait4(child.release(), nullptr, WNOHANG, nullptr));
}
