// New files have the new effective group id, whichever call changed it. Root keeps its capabilities.
// Covers: setgid file system id, capabilities
// Covers: setregid file system id
// Covers: setresgid file system id
// REQUIRES: root
#include "wali/test.h"

namespace {

template <class Change> void report_group(const char *name, Change change) {
  setup::in_child([=] {
    report(name, change());
    setup::write_file(name, "");
    report("group of a new file", setup::stat(name).st_gid);
    report("chown of it", sys::chown(name, 1234, 1234));
  });
}

} // namespace

void test() {
  report_group("setgid", [] { return sys::setgid(1001); });
  report_group("setregid", [] { return sys::setregid(-1, 1002); });
  report_group("setresgid", [] { return sys::setresgid(-1, 1003, -1); });
}
