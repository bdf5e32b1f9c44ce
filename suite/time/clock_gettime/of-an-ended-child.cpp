// The clock of a child that has ended returns its processor time until its parent has waited for it.
// Covers: clock_gettime another process's clock, ended child
#include "suite/time/nanoseconds.h"

void test() {
  setup::on_signal(SIGCHLD, [](int) {});
  setup::block(SIGCHLD);
  Child child = setup::fork([] { compute(CLOCK_PROCESS_CPUTIME_ID, 100 * ms); });
  const sigset none = 0;
  report("rt_sigsuspend until it has ended", sys::rt_sigsuspend(&none, sizeof(none)));
  const int clock = ~child.pid() << 3 | CLOCK_PROCESS_CPUTIME_ID;
  timespec time = {};
  report("clock_gettime", sys::clock_gettime(clock, &time));
  report("compared with 100 ms", compared(time, to_timespec(100 * ms - 1)));
  report("child", child.wait());
  report("clock_gettime after wait4", sys::clock_gettime(clock, &time));
}
