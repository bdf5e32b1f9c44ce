// Without privilege setuid makes the real or the saved user id the effective one, and changes
// neither of them. The effective id of before is not among those that it takes.
// Covers: setuid real id, saved id, EPERM
// REQUIRES: root
#include "suite/identity/ids.h"

void test() {
  report("setresuid", sys::setresuid(1000, 1001, 1002));
  report("setuid to the effective id", sys::setuid(1001));
  report("setuid to the saved id", sys::setuid(1002));
  report_ids("ids", "Uid:");
  report("setuid to the real id", sys::setuid(1000));
  report_ids("ids", "Uid:");
  report("setuid to the effective id of before", sys::setuid(1001));
  report_ids("ids", "Uid:");
}
