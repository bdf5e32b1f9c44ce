// The status of a child that a signal ended names the signal, and is no exit.
// Covers: wait4 status of a signal's end
#include "wali/test.h"

void test() {
  for (int signo : {SIGKILL, SIGTERM, SIGHUP, SIGUSR2, SIGPIPE, 40}) {
    Child child = setup::fork([] {
      for (;;)
        setup::sleep_ms(1000);
    });
    const int pid = child.release();
    Guarded<int> status;
    report("kill", sys::kill(pid, signo));
    setup::require_value("wait4", sys::wait4(pid, &status, 0, nullptr), pid);
    report("status", *status); // the number alone, as no core is dumped
  }
}
