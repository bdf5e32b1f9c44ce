// A child's child is no child of the caller, even when it is a zombie.
// Covers: wait4 ECHILD, grandchildren
#include "suite/process/sigchld.h"

void test() {
  struct Seen {
    int pid;
    Event is_ready, end;
  };
  auto &seen = setup::shared<Seen>();
  Child child = setup::fork([&] {
    keep_sigchld();
    seen.pid = setup::fork([] {}).release();
    await_sigchld();
    seen.is_ready.set();
    seen.end.wait();
  });
  seen.is_ready.wait();
  report("kill of the grandchild with 0", sys::kill(seen.pid, 0));
  report("wait4 of the grandchild", sys::wait4(seen.pid, nullptr, 0, nullptr));
  report("wait4 of any", sys::wait4(-1, nullptr, WNOHANG, nullptr));
  seen.end.set();
  report("child", child.wait());
}
