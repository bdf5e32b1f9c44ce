// kill refuses signals that do not exist, and processes and groups that do not.
// Covers: kill EINVAL, ESRCH
#include "wali/test.h"

void test() {
  int self = sys::getpid().pid();
  report("signal 65", sys::kill(self, 65));
  report("signal -1", sys::kill(self, -1));
  report("signal 268, whose low byte is SIGUSR2", sys::kill(self, 256 + SIGUSR2));
  Child child = setup::fork([] { sys::setpgid(0, 0); });
  int pid = child.pid();
  report("child", child.wait());
  report("a child that is gone", sys::kill(pid, SIGTERM));
  report("a child that is gone, signal 0", sys::kill(pid, 0));
  report("a group that is gone", sys::kill(-pid, SIGTERM));
  report("a group that is gone, signal 0", sys::kill(-pid, 0));
  report("process -2147483648", sys::kill(-2147483647 - 1, 0));
}
