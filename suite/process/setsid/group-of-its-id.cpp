// A process can make no session as long as a process group has its id, though it has left
// that group itself. A zombie in the group is enough.
// Covers: setsid EPERM, zombie
#include "suite/process/sigchld.h"

void test() {
  setup::in_child([] {
    keep_sigchld();
    const int group = sys::getpgid(0).pid();
    report("setpgid to a group of its own", sys::setpgid(0, 0));
    const int member = setup::fork([] {}).release();
    await_sigchld();
    report("setpgid back", sys::setpgid(0, group));
    report("setsid beside a zombie in the group", sys::setsid());
    report("fork", member);
    report("wait4", sys::wait4(member, nullptr, 0, nullptr));
    report("getpid", sys::getpid());
    report("setsid", sys::setsid());
  });
}
