// setregid makes the new effective id the saved one if it is given a real id, or an effective id other than the real
// one. Otherwise the saved id stays.
// Covers: setregid saved id
// REQUIRES: root
#include "suite/identity/ids.h"

namespace {

void report_change(const char *name, int real, int effective) {
  setup::in_child([=] {
    setup::require_zero("setresgid", sys::setresgid(1000, 1001, 1002));
    report(name, sys::setregid(real, effective));
    report_ids("ids", "Gid:");
  });
}

} // namespace

void test() {
  report_change("the real id as it is", 1000, -1);
  report_change("another effective id", -1, 77);
  report_change("the real id as effective one", -1, 1000);
  report_change("nothing", -1, -1);
  report_change("both", 55, 66);
}
