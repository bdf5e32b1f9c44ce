// The timer slack that 0 goes back to is, in a child and in a thread, what their creator had.
// Each changes its own.
// Covers: prctl PR_SET_TIMERSLACK, PR_GET_TIMERSLACK, fork, threads
// Covers: fork timer slack
#include "wali/test.h"

namespace {

void change(void *) {
  report("PR_SET_TIMERSLACK of 77", sys::prctl(PR_SET_TIMERSLACK, 77, 0, 0, 0));
  report("PR_GET_TIMERSLACK", sys::prctl(PR_GET_TIMERSLACK, 0, 0, 0, 0));
  report("PR_SET_TIMERSLACK of 0", sys::prctl(PR_SET_TIMERSLACK, 0, 0, 0, 0));
  report("PR_GET_TIMERSLACK", sys::prctl(PR_GET_TIMERSLACK, 0, 0, 0, 0));
}

} // namespace

void test() {
  setup::require_zero("prctl", sys::prctl(PR_SET_TIMERSLACK, 123456, 0, 0, 0));
  setup::in_child([] { change(nullptr); });
  Thread(change).join();
  report("PR_GET_TIMERSLACK afterwards", sys::prctl(PR_GET_TIMERSLACK, 0, 0, 0, 0));
}
