// A subreaper gets SIGCHLD when an orphan that became its child ends, and waits for it.
// Covers: prctl PR_SET_CHILD_SUBREAPER, SIGCHLD
// Covers: wait4 adopted child
#include "suite/process/sigchld.h"

namespace {

siginfo seen;

} // namespace

void test() {
  auto &orphan = setup::shared<int>();
  auto &end = setup::shared<Event>();
  keep_sigchld();
  setup::on_siginfo(SIGCHLD, [](int, siginfo *info, void *) { seen = *info; });
  report("PR_SET_CHILD_SUBREAPER", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
  Child child = setup::fork([&] {
    orphan = setup::fork([&] {
               end.wait();
               return 7;
             }).release();
  });
  await_sigchld();
  report("child", child.wait());
  end.set();
  await_sigchld();
  report("the orphan's id", orphan);
  report("si_pid", seen.si_pid);
  report("si_status", seen.si_status);
  WaitStatus status = {0};
  report("wait4", sys::wait4(-1, &status.value, 0, nullptr));
  report("status", status);
}
