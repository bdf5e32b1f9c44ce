// The subreaper attribute belongs to the process. What one thread sets the others read.
// Covers: prctl PR_SET_CHILD_SUBREAPER, PR_GET_CHILD_SUBREAPER, threads
#include "wali/test.h"

namespace {

void report_setting(const char *name) {
  int value = -1;
  report(name, sys::prctl(PR_GET_CHILD_SUBREAPER, reinterpret_cast<uintptr_t>(&value), 0, 0, 0));
  report("subreaper", value);
}

} // namespace

void test() {
  Thread([](void *) { report("PR_SET_CHILD_SUBREAPER", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)); }).join();
  report_setting("PR_GET_CHILD_SUBREAPER");
  Thread([](void *) { report_setting("PR_GET_CHILD_SUBREAPER in a later thread"); }).join();
}
