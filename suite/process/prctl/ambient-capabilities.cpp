// No capability is ambient at first, and one that is not inheritable cannot become so. Lowering one or all succeeds.
// Unknown operations and capabilities are refused, and so are arguments that must be 0.
// Covers: prctl PR_CAP_AMBIENT, EPERM, EINVAL
#include "wali/test.h"

namespace {

constexpr uint64_t is_set = 1, raise = 2, lower = 3, clear_all = 4; // linux/prctl.h
constexpr uint64_t cap_mac_admin = 33, no_capability = 64;

void report_ambient(const char *name, uint64_t operation, uint64_t capability, uint64_t fourth, uint64_t fifth) {
  report(name, sys::prctl(PR_CAP_AMBIENT, operation, capability, fourth, fifth));
}

} // namespace

void test() {
  report_ambient("is set", is_set, cap_mac_admin, 0, 0);
  report_ambient("raise", raise, cap_mac_admin, 0, 0);
  report_ambient("is set afterwards", is_set, cap_mac_admin, 0, 0);
  report_ambient("lower", lower, cap_mac_admin, 0, 0);
  report_ambient("clear all", clear_all, 0, 0, 0);
  report_ambient("clear all but one", clear_all, cap_mac_admin, 0, 0);
  report_ambient("unknown operation", 9, cap_mac_admin, 0, 0);
  report_ambient("is set, of what is no capability", is_set, no_capability, 0, 0);
  report_ambient("is set, fourth argument", is_set, cap_mac_admin, 1, 0);
  report_ambient("is set, fifth argument", is_set, cap_mac_admin, 0, 1);
}
