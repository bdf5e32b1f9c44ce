// PR_GET_TIMERSLACK returns the value that was set, and 0 restores the value that the thread began
// with. A child begins with its parent's value.
// Covers: prctl PR_SET_TIMERSLACK, PR_GET_TIMERSLACK
#include "wali/test.h"

void test() {
  auto report_slack = [](const char *name) { report(name, sys::prctl(PR_GET_TIMERSLACK, 0, 0, 0, 0)); };
  report_slack("PR_GET_TIMERSLACK");
  report("PR_SET_TIMERSLACK of 123456", sys::prctl(PR_SET_TIMERSLACK, 123456, 0, 0, 0));
  report_slack("PR_GET_TIMERSLACK");
  setup::in_child([&] { report_slack("in a child, PR_GET_TIMERSLACK"); });
  report("PR_SET_TIMERSLACK of 0", sys::prctl(PR_SET_TIMERSLACK, 0, 0, 0, 0));
  report_slack("PR_GET_TIMERSLACK");
}
