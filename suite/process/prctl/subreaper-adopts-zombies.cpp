// When a process ends, its zombies become children of the nearest subreaper, whose wait4 returns their status.
// Covers: prctl PR_SET_CHILD_SUBREAPER, zombies
// Covers: wait4 zombie of a child that has ended
// Covers: exit zombies
#include "suite/process/sigchld.h"

void test() {
  auto &zombie = setup::shared<int>();
  report("PR_SET_CHILD_SUBREAPER", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
  Child child = setup::fork([&] {
    keep_sigchld();
    zombie = setup::fork([] { return 7; }).release();
    await_sigchld();
  });
  report("child", child.wait());
  report("id of its zombie", zombie);
  WaitStatus status = {0};
  report("wait4", sys::wait4(-1, &status.value, WNOHANG, nullptr));
  report("status", status);
}
