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
  setup::in_child([=] {
    report("in the child, getpid", sys::getpid());
    report("in the child, kill", sys::kill(parent, SIGUSR2));
  });
  report("getuid", sys::getuid());
  report("number", Signal{number});
  report("si_signo", Signal{seen.si_signo});
  report("si_errno", seen.si_errno);
  report("si_code", Choice{abi::sets::siginfo_code, seen.si_code});
  report("si_pid", seen.si_pid);
  report("si_uid", seen.si_uid);
}
