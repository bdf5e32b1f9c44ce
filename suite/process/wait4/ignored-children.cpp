// With SIGCHLD ignored wait4 waits until all children have ended, and then fails with ECHILD.
// Covers: wait4 ECHILD, SIGCHLD ignored
#include "wali/test.h"

void test() {
  auto &ended = setup::shared<int>();
  setup::set_disposition(SIGCHLD, SIG_IGN);
  const int milliseconds[] = {1, 100};
  for (int time : milliseconds)
    setup::fork([&] {
      setup::sleep_ms(time);
      __atomic_add_fetch(&ended, 1, __ATOMIC_SEQ_CST);
      return 5;
    }).release();
  Guarded<int> status;
  report("wait4", sys::wait4(-1, &status, 0, nullptr));
  report("children that had ended", ended);
  report_poison("status", status);
}
