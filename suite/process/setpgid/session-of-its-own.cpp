// A child that has made a session of its own can no longer be moved into a group, neither by
// its parent nor, as the session's leader, by itself.
// Covers: setpgid EPERM
#include "wali/test.h"

void test() {
  auto &own = setup::shared<Result>();
  Child leader = setup::fork([&] {
    sys::setsid();
    own = sys::setpgid(0, 0);
    sys::kill(sys::getpid().pid(), SIGSTOP);
  });
  report("fork", leader.pid());
  report("wait4", sys::wait4(leader.pid(), nullptr, WUNTRACED, nullptr));
  report("setpgid by the child itself", own);
  report("setpgid by its parent", sys::setpgid(leader.pid(), 0));
  report("setpgid to the parent's group", sys::setpgid(leader.pid(), sys::getpgid(0).pid()));
  report("getpgid of the child", sys::getpgid(leader.pid()));
}
