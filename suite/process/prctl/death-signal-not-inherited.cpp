// A child has no parent-death signal, even if its parent has one.
// Covers: prctl PR_SET_PDEATHSIG, PR_GET_PDEATHSIG, fork
// Covers: fork parent-death signal
#include "wali/test.h"

namespace {

void report_signal(const char *name) {
  int signo = -1;
  report(name, sys::prctl(PR_GET_PDEATHSIG, reinterpret_cast<uintptr_t>(&signo), 0, 0, 0));
  report("signal", signo);
}

} // namespace

void test() {
  report("PR_SET_PDEATHSIG", sys::prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0));
  setup::in_child([] { report_signal("PR_GET_PDEATHSIG in the child"); });
  report_signal("PR_GET_PDEATHSIG in the parent");
}
