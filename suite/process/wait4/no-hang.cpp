// With WNOHANG wait4 returns 0 at once while the child lives, and leaves the status
// alone. When the child has ended, it returns its id.
// Covers: wait4 WNOHANG
#include "wali/test.h"

void test() {
  Pipe end = setup::pipe();
  const int pid = setup::fork([&] {
                    char byte;
                    end.write.reset();
                    sys::read(end.read, &byte, 1);
                    return 3;
                  }).release();
  Guarded<int> status;
  setup::on_signal(SIGUSR2, [](int) {});
  report("fork", pid);
  {
    Interrupter interrupter(SIGUSR2); // a wait that should be none ends
    report("wait4", sys::wait4(pid, &status, WNOHANG, nullptr));
  }
  report_poison("status", status);
  end.write.reset();
  Result result = {0};
  for (int tries = 0; tries < 5000 && result.value == 0; ++tries) {
    result = sys::wait4(pid, &status, WNOHANG, nullptr);
    setup::sleep_ms(result.value == 0);
  }
  report("wait4 when it has ended", result);
  report("status", WaitStatus{*status});
}
