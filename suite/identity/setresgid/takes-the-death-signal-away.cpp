// The parent-death signal goes when setresgid changes the effective id. It stays if the call sets
// the saved id alone, or the effective id to what it is.
// Covers: setresgid parent-death signal
// Covers: prctl PR_SET_PDEATHSIG, PR_GET_PDEATHSIG
// REQUIRES: root
#include "wali/test.h"

namespace {

void report_set(const char *name, uint32_t effective, uint32_t saved) {
  report(name, sys::setresgid(-1, effective, saved));
  int signo = -1;
  setup::require_zero("prctl", sys::prctl(PR_GET_PDEATHSIG, reinterpret_cast<uintptr_t>(&signo), 0, 0, 0));
  report("parent-death signal", signo);
}

} // namespace

void test() {
  setup::require_zero("setresgid", sys::setresgid(5, 6, 6));
  setup::in_child([] {
    setup::require_zero("prctl", sys::prctl(PR_SET_PDEATHSIG, SIGUSR2, 0, 0, 0));
    report_set("saved id", -1, 7);
    report_set("effective id as it is", 6, -1);
    report_set("effective id", 5, -1);
    report_set("effective id back again", 6, -1);
  });
}
