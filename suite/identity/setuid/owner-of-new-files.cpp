// New files belong to the new effective user id, whichever call changed it, and files that only root may read can no
// longer be read.
// Covers: setuid file system id
// Covers: setreuid file system id
// Covers: setresuid file system id
// REQUIRES: root
#include "wali/test.h"

namespace {

template <class Change> void report_owner(const char *name, Change change) {
  setup::in_child([=] {
    report(name, change());
    setup::write_file(name, "");
    report("owner of a new file", setup::stat(name).st_uid);
    report("open of root's file", sys::open("roots", O_RDONLY, 0));
  });
}

} // namespace

void test() {
  setup::write_file("roots", "");
  setup::chmod(".", 0777);
  report_owner("setuid", [] { return sys::setuid(1001); });
  report_owner("setreuid", [] { return sys::setreuid(-1, 1002); });
  report_owner("setresuid", [] { return sys::setresuid(-1, 1003, -1); });
}
