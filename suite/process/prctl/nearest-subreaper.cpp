// An orphan becomes the child of the nearest ancestor that is a subreaper, and when that has
// ended, of the next.
// Covers: prctl PR_SET_CHILD_SUBREAPER, several
// Covers: getppid subreapers
#include "suite/process/prctl/orphan.h"

void test() {
  auto &orphan = setup::shared<Orphan>();
  report("getpid", sys::getpid());
  report("PR_SET_CHILD_SUBREAPER", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
  setup::in_child([&] {
    report("getpid of a child", sys::getpid());
    report("PR_SET_CHILD_SUBREAPER of the child", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
    make_orphan(orphan, 2);
  });
  orphan.told[1].wait();
  report("getppid of an orphan", orphan.parents[0]);
  report("getppid when that has ended", orphan.parents[1]);
}
