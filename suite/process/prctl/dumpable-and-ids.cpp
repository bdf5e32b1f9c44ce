// A change of the effective user or group id sets the dumpable attribute to what
// /proc/sys/fs/suid_dumpable says. A change of the real id alone leaves it.
// Covers: prctl PR_GET_DUMPABLE, ids
// Covers: setresuid dumpable
// Covers: setresgid dumpable
// Covers: setuid dumpable
// REQUIRES: root
#include "wali/test.h"

namespace {

template <class Change> void report_dumpable(const char *name, Change change) {
  setup::in_child([=] {
    setup::require_zero("prctl", sys::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
    report(name, change());
    report("PR_GET_DUMPABLE", sys::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0));
  });
}

} // namespace

void test() {
  report("/proc/sys/fs/suid_dumpable", setup::read_file("/proc/sys/fs/suid_dumpable"));
  report_dumpable("setresuid, real", [] { return sys::setresuid(1000, -1, -1); });
  report_dumpable("setresuid, effective", [] { return sys::setresuid(-1, 1000, -1); });
  report_dumpable("setresgid, real", [] { return sys::setresgid(1000, -1, -1); });
  report_dumpable("setresgid, effective", [] { return sys::setresgid(-1, 1000, -1); });
  report_dumpable("setuid", [] { return sys::setuid(1000); });
}
