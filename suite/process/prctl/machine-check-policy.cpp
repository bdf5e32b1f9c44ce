// PR_MCE_KILL sets the policy of a thread for broken memory, PR_MCE_KILL_GET returns it, and a child inherits its
// parent's. Unused arguments must be 0.
// Covers: prctl PR_MCE_KILL, PR_MCE_KILL_GET, fork, EINVAL
// Covers: fork machine check policy
#include "wali/test.h"

namespace {

constexpr int mce_kill = 33; // linux/prctl.h
constexpr uint64_t clear = 0, set = 1, late = 0, early = 1;

Result policy() { return sys::prctl(PR_MCE_KILL_GET, 0, 0, 0, 0); }

} // namespace

void test() {
  report("at first", policy());
  report("early", sys::prctl(mce_kill, set, early, 0, 0));
  report("policy", policy());
  setup::in_child([] {
    report("policy in a child", policy());
    report("late, in the child", sys::prctl(mce_kill, set, late, 0, 0));
    report("policy in the child", policy());
  });
  report("policy", policy());
  report("clear, with another argument", sys::prctl(mce_kill, clear, early, 0, 0));
  report("set to what is no policy", sys::prctl(mce_kill, set, 7, 0, 0));
  report("get, with an argument", sys::prctl(PR_MCE_KILL_GET, 1, 0, 0, 0));
  report("policy", policy());
  report("clear", sys::prctl(mce_kill, clear, 0, 0, 0));
  report("policy", policy());
}
