// Without privilege setreuid takes the real and the effective id as real one, and as effective
// one the saved id too. The saved id cannot become the real one.
// Covers: setreuid real id, effective id, saved id, EPERM
// REQUIRES: root
#include "suite/identity/ids.h"

namespace {

void report_change(const char *name, int real, int effective) {
  setup::in_child([=] {
    setup::require_zero("setresuid", sys::setresuid(1000, 1001, 1002));
    report(name, sys::setreuid(real, effective));
    report_ids("ids", "Uid:");
  });
}

} // namespace

void test() {
  report_change("real id from the effective one", 1001, -1);
  report_change("real id from the saved one", 1002, -1);
  report_change("effective id from the real one", -1, 1000);
  report_change("effective id from the saved one", -1, 1002);
  report_change("both", 1001, 1000);
}
