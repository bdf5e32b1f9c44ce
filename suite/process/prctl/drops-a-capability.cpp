// PR_CAPBSET_DROP removes a capability for good from the bounding set of the calling thread and its
// children.
// Covers: prctl PR_CAPBSET_DROP, PR_CAPBSET_READ
// REQUIRES: root
#include "wali/test.h"

namespace {

constexpr int cap_chown = 0, cap_kill = 5;

} // namespace

void test() {
  report("PR_CAPBSET_READ", sys::prctl(PR_CAPBSET_READ, cap_kill, 0, 0, 0));
  report("PR_CAPBSET_DROP", sys::prctl(PR_CAPBSET_DROP, cap_kill, 0, 0, 0));
  report("PR_CAPBSET_READ", sys::prctl(PR_CAPBSET_READ, cap_kill, 0, 0, 0));
  report("PR_CAPBSET_READ of another", sys::prctl(PR_CAPBSET_READ, cap_chown, 0, 0, 0));
  setup::in_child([] { report("in a child", sys::prctl(PR_CAPBSET_READ, cap_kill, 0, 0, 0)); });
  report("PR_CAPBSET_DROP of what does not exist", sys::prctl(PR_CAPBSET_DROP, 64, 0, 0, 0));
}
