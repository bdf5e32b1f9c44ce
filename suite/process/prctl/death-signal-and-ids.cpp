// A change of the effective user or group id clears the parent-death signal. A change of the real id alone leaves it.
// Covers: prctl PR_SET_PDEATHSIG, PR_GET_PDEATHSIG, ids
// Covers: setresuid parent-death signal
// Covers: setresgid parent-death signal
// REQUIRES: root
#include "wali/test.h"

namespace {

template <class Change> void report_signal(const char *name, Change change) {
  setup::in_child([=] {
    setup::require_zero("prctl", sys::prctl(PR_SET_PDEATHSIG, SIGUSR2, 0, 0, 0));
    report(name, change());
    int signo = -1;
    setup::require_zero("prctl", sys::prctl(PR_GET_PDEATHSIG, reinterpret_cast<uintptr_t>(&signo), 0, 0, 0));
    report("signal", signo);
  });
}

} // namespace

void test() {
  report_signal("real user id", [] { return sys::setresuid(1000, -1, -1); });
  report_signal("effective user id", [] { return sys::setresuid(-1, 1000, -1); });
  report_signal("real group id", [] { return sys::setresgid(1000, -1, -1); });
  report_signal("effective group id", [] { return sys::setresgid(-1, 1000, -1); });
}
