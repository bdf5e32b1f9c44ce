// A child that has ended can be signalled after its SIGCHLD until it is waited for, alone and with its process group.
// The signals have no effect.
// Covers: kill zombie
#include "wali/test.h"

void test() {
  setup::block(SIGCHLD);
  setup::on_signal(SIGCHLD, [](int) {});
  const int pid = setup::fork([] {
                    setup::require_zero("setpgid", sys::setpgid(0, 0));
                    return 5;
                  }).release();
  const sigset others = ~signal_bit(SIGCHLD);
  setup::require_value("rt_sigsuspend", sys::rt_sigsuspend(&others, sizeof(others)), -EINTR);
  report("fork", pid);
  for (int signo : {0, SIGTERM, SIGKILL, SIGSTOP, SIGCONT})
    report(label("kill with ", signo), sys::kill(pid, signo));
  report("kill of its group", sys::kill(-pid, SIGKILL));
  WaitStatus status = {0};
  report("wait4", sys::wait4(pid, &status.value, WUNTRACED | WCONTINUED, nullptr));
  report("status", status);
  report("kill afterwards", sys::kill(pid, 0));
  report("kill of its group afterwards", sys::kill(-pid, 0));
}
