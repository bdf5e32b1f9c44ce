// A zombie can be moved into a process group, which exists until the zombie is waited for.
// Covers: setpgid zombie
#include "suite/process/sigchld.h"

void test() {
  keep_sigchld();
  const int pid = setup::fork([] {}).release();
  await_sigchld();
  report("fork", pid);
  report("setpgid of the zombie", sys::setpgid(pid, pid));
  report("getpgid of the zombie", sys::getpgid(pid));
  setup::in_child([=] { report("setpgid of another child to its group", sys::setpgid(0, pid)); });
  report("wait4", sys::wait4(-pid, nullptr, 0, nullptr));
  setup::in_child([=] { report("setpgid to the group afterwards", sys::setpgid(0, pid)); });
}
