// The signal of a timer is the kernel's: its siginfo says SI_KERNEL, and no sender.
// Covers: setitimer siginfo
#include "wali/test.h"

void test() {
  static siginfo info;
  setup::on_siginfo(SIGALRM, [](int, siginfo *given, void *) { info = *given; });
  setup::block(SIGALRM);
  const itimerval soon = {{0, 0}, {0, 1000}};
  report("setitimer", sys::setitimer(ITIMER_REAL, &soon, nullptr));
  const sigset none = 0;
  report("rt_sigsuspend", sys::rt_sigsuspend(&none, sizeof(none)));
  report("si_signo", Signal{info.si_signo});
  report("si_code", Choice{abi::sets::siginfo_code, info.si_code});
}
