// A process that has taken PR_SET_CHILD_SUBREAPER back gets no orphans, and neither does one
// whose parent is a subreaper.
// Covers: prctl PR_SET_CHILD_SUBREAPER, taken back
#include "suite/process/prctl/orphan.h"

void test() {
  report("getpid", sys::getpid());
  report("PR_SET_CHILD_SUBREAPER", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
  for (uint64_t times : {2, 0}) {
    auto &orphan = setup::shared<Orphan>();
    setup::in_child([&] {
      for (uint64_t i = times; i > 0; --i)
        report(label("PR_SET_CHILD_SUBREAPER of the child, ", i - 1),
               sys::prctl(PR_SET_CHILD_SUBREAPER, i - 1, 0, 0, 0));
      make_orphan(orphan, 1);
    });
    report("getppid of an orphan", orphan.parents[0]);
  }
}
