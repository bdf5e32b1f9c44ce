// Without privilege setgid makes the real or the saved group id the effective one, and changes
// neither of them. The effective id of before is not among those that it takes.
// Covers: setgid real id, saved id, EPERM
// REQUIRES: root
#include "suite/identity/ids.h"

void test() {
  report("setresgid", sys::setresgid(1000, 1001, 1002));
  setup::require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
  report("setgid to the effective id", sys::setgid(1001));
  report("setgid to the saved id", sys::setgid(1002));
  report_ids("ids", "Gid:");
  report("setgid to the real id", sys::setgid(1000));
  report_ids("ids", "Gid:");
  report("setgid to the effective id of before", sys::setgid(1001));
  report_ids("ids", "Gid:");
}
