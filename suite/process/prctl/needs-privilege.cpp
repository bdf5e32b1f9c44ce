// An ordinary user's process is refused options that need a capability, even for itself, and
// nothing changes.
// Covers: prctl PR_CAPBSET_DROP, PR_SET_SECUREBITS, PR_SET_MM, PR_CAP_AMBIENT, EPERM
// REQUIRES: user
#include "wali/test.h"

namespace {

constexpr uint64_t set_brk = 7, ambient_is_set = 1, ambient_raise = 2; // linux/prctl.h
constexpr uint64_t cap_chown = 0;

} // namespace

void test() {
  report("PR_CAPBSET_READ", sys::prctl(PR_CAPBSET_READ, cap_chown, 0, 0, 0));
  report("PR_CAPBSET_DROP", sys::prctl(PR_CAPBSET_DROP, cap_chown, 0, 0, 0));
  report("PR_CAPBSET_READ afterwards", sys::prctl(PR_CAPBSET_READ, cap_chown, 0, 0, 0));
  report("PR_SET_SECUREBITS", sys::prctl(PR_SET_SECUREBITS, 1, 0, 0, 0));
  report("PR_GET_SECUREBITS", sys::prctl(PR_GET_SECUREBITS, 0, 0, 0, 0));
  report("PR_SET_MM", sys::prctl(PR_SET_MM, set_brk, 0, 0, 0));
  report("PR_CAP_AMBIENT, raise", sys::prctl(PR_CAP_AMBIENT, ambient_raise, cap_chown, 0, 0));
  report("PR_CAP_AMBIENT, is set", sys::prctl(PR_CAP_AMBIENT, ambient_is_set, cap_chown, 0, 0));
}
