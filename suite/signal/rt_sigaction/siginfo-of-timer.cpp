// The signal of an interval timer says that the kernel sent it, and names no process and
// no user.
// Covers: rt_sigaction SA_SIGINFO, SI_KERNEL
#include "wali/test.h"

void test() {
  static siginfo seen;
  setup::block(SIGALRM);
  setup::on_siginfo(SIGALRM, [](int, siginfo *info, void *) { seen = *info; });
  __builtin_memset(&seen, poison, sizeof(seen));
  const itimerval soon = {{0, 0}, {0, 1000}};
  setup::require_zero("setitimer", sys::setitimer(ITIMER_REAL, &soon, nullptr));
  const sigset none = 0;
  report("rt_sigsuspend", sys::rt_sigsuspend(&none, 8));
  report("si_signo", Signal{seen.si_signo});
  report("si_errno", seen.si_errno);
  report("si_code", Choice{abi::sets::siginfo_code, seen.si_code});
  report("si_pid", seen.si_pid);
  report("si_uid", seen.si_uid);
}
