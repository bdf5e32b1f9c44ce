// A handler with SA_SIGINFO learns that kill sent the signal, from which
// process and which user.
// Covers: rt_sigaction SA_SIGINFO, SI_USER
#include "wali/test.h"

void test() {
  static siginfo seen;
  static int number;
  setup::on_siginfo(SIGUSR2, [](int signo, siginfo *info, void *) {
    number = signo;
    seen = *info;
  });
  int parent = sys::getpid().pid();
  Child child = setup::fork([=] { return sys::kill(parent, SIGUSR2).ok() ? 3 : 4; });
  int pid = child.pid();
  report("child", child.wait());
  report("number", Signal{number});
  report("si_signo", Signal{seen.si_signo});
  report("si_errno", seen.si_errno);
  report("si_code", Choice{abi::sets::siginfo_code, seen.si_code});
  report("si_pid against the child's id", compared(seen.si_pid, pid));
  report("si_uid against ours", compared(int64_t{seen.si_uid}, sys::getuid().value));
}
