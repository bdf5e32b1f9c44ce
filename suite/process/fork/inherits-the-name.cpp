// A child has the name of the thread that forked. A new name that it sets does not change its
// parent's.
// Covers: fork name
// Covers: prctl PR_SET_NAME, PR_GET_NAME, fork
#include "wali/test.h"

namespace {

uint64_t address(const char *name) { return reinterpret_cast<uintptr_t>(name); }

void report_name(const char *what) {
  char name[16] = {};
  setup::require_zero("prctl", sys::prctl(PR_GET_NAME, address(name), 0, 0, 0));
  report(what, name);
}

} // namespace

void test() {
  setup::require_zero("prctl", sys::prctl(PR_SET_NAME, address("main thread"), 0, 0, 0));
  Thread([](void *) {
    setup::require_zero("prctl", sys::prctl(PR_SET_NAME, address("second thread"), 0, 0, 0));
    setup::in_child([] {
      report_name("child of the second thread");
      report("PR_SET_NAME", sys::prctl(PR_SET_NAME, address("child"), 0, 0, 0));
    });
    report_name("second thread");
  }).join();
  report_name("main thread");
  setup::in_child([] { report_name("child of the main thread"); });
}
