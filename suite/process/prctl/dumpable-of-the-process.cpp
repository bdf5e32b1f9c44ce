// The dumpable attribute belongs to the process: one thread reads what another has set. A
// child has its parent's, and what it sets is its own.
// Covers: prctl PR_SET_DUMPABLE, PR_GET_DUMPABLE, threads, fork
// Covers: fork dumpable
#include "wali/test.h"

void test() {
  report("PR_GET_DUMPABLE", sys::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0));
  Thread([](void *) { report("PR_SET_DUMPABLE in a thread", sys::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)); }).join();
  report("PR_GET_DUMPABLE", sys::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0));
  setup::in_child([] {
    report("PR_GET_DUMPABLE in a child", sys::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0));
    report("PR_SET_DUMPABLE in the child", sys::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
  });
  report("PR_GET_DUMPABLE", sys::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0));
}
