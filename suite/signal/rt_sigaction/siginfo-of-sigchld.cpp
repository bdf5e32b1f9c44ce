// SIGCHLD says which child stopped, continued, was killed or exited, by which signal or
// with which status, and how much processor time it used.
// Covers: rt_sigaction SA_SIGINFO, SIGCHLD, CLD_STOPPED, CLD_CONTINUED, CLD_KILLED, CLD_EXITED
#include "wali/test.h"

namespace {

siginfo seen;

void report_next(const char *name, int pid) {
  report("the child's id", pid);
  __builtin_memset(&seen, poison, sizeof(seen));
  const sigset none = 0;
  report(label(name, ", rt_sigsuspend"), sys::rt_sigsuspend(&none, 8));
  report("si_signo", Signal{seen.si_signo});
  report("si_code", Choice{abi::sets::sigchld_code, seen.si_code});
  report("si_pid", seen.si_pid);
  report("si_uid", seen.si_uid);
  report("si_status", seen.si_status);
}

// Uses 150 ms of processor time, of which the kernel samples some at least.
int work() {
  timespec time = {};
  while (time.tv_nsec < 150000000 && time.tv_sec == 0)
    setup::require_zero("clock_gettime", sys::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time));
  return 7;
}

} // namespace

void test() {
  report("getuid", sys::getuid());
  setup::block(SIGCHLD);
  setup::on_siginfo(SIGCHLD, [](int, siginfo *info, void *) { seen = *info; });
  Child sleeper = setup::fork([] {
    for (;;)
      setup::sleep_ms(1000);
  });
  sleeper.kill(SIGSTOP);
  report_next("stopped", sleeper.pid());
  sleeper.kill(SIGCONT);
  report_next("continued", sleeper.pid());
  sleeper.kill(SIGTERM);
  report_next("killed", sleeper.pid());
  Child worker = setup::fork(work);
  report_next("exited", worker.pid());
  report("processor time", seen.si_utime + seen.si_stime);
  report("processor time, compared with a minute", compared(seen.si_utime + seen.si_stime, int64_t{6000}));
}
