// The signal that the parent's death is to send is forgotten with the effective group, and
// stays where the effective group does.
// Covers: setresgid PR_SET_PDEATHSIG
// REQUIRES: root
#include "wali/test.h"

namespace {

void report_signal(const char *name) {
  int signo = -1;
  report(name, sys::prctl(PR_GET_PDEATHSIG, reinterpret_cast<uintptr_t>(&signo), 0, 0, 0));
  report("signal", signo);
}

} // namespace

void test() {
  setup::require_zero("prctl", sys::prctl(PR_SET_PDEATHSIG, SIGTERM, 0, 0, 0));
  report("setresgid of the real and the saved group", sys::setresgid(1001, -1, 1003));
  report_signal("PR_GET_PDEATHSIG");
  report("setresgid of the effective group", sys::setresgid(-1, 1003, -1));
  report_signal("PR_GET_PDEATHSIG");
}
