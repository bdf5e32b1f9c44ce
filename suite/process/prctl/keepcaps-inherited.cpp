// A child and a thread begin with their creator's PR_SET_KEEPCAPS, and what they set is their
// own. Another value than 0 or 1 is refused.
// Covers: prctl PR_SET_KEEPCAPS, PR_GET_KEEPCAPS, fork, threads, EINVAL
// Covers: fork keepcaps
#include "wali/test.h"

namespace {

void take_back(void *) {
  report("PR_GET_KEEPCAPS", sys::prctl(PR_GET_KEEPCAPS, 0, 0, 0, 0));
  report("PR_SET_KEEPCAPS of 0", sys::prctl(PR_SET_KEEPCAPS, 0, 0, 0, 0));
}

} // namespace

void test() {
  report("PR_SET_KEEPCAPS of 1", sys::prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0));
  report("PR_SET_KEEPCAPS of 2", sys::prctl(PR_SET_KEEPCAPS, 2, 0, 0, 0));
  setup::in_child([] { take_back(nullptr); });
  Thread(take_back).join();
  report("PR_GET_KEEPCAPS afterwards", sys::prctl(PR_GET_KEEPCAPS, 0, 0, 0, 0));
}
