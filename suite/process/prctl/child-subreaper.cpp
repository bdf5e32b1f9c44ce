// PR_GET_CHILD_SUBREAPER stores 4 bytes. Any value except 0 makes the process a subreaper, and a
// child does not inherit that.
// Covers: prctl PR_SET_CHILD_SUBREAPER, PR_GET_CHILD_SUBREAPER
// Covers: fork subreaper
#include "wali/test.h"

namespace {

void report_setting(const char *name) {
  Guarded<int> value;
  report(name, sys::prctl(PR_GET_CHILD_SUBREAPER, reinterpret_cast<uintptr_t>(&value), 0, 0, 0));
  report("subreaper", *value);
  report_walls("walls", value);
}

} // namespace

void test() {
  report_setting("PR_GET_CHILD_SUBREAPER");
  report("PR_SET_CHILD_SUBREAPER of 2", sys::prctl(PR_SET_CHILD_SUBREAPER, 2, 0, 0, 0));
  report_setting("PR_GET_CHILD_SUBREAPER");
  setup::in_child([] { report_setting("in a child, PR_GET_CHILD_SUBREAPER"); });
  report("PR_SET_CHILD_SUBREAPER of 0", sys::prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0));
  report_setting("PR_GET_CHILD_SUBREAPER");
}
