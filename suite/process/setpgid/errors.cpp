// setpgid refuses negative groups, groups that do not exist, and processes that do not exist
// or are not the caller's children. The caller's own group stays.
// Covers: setpgid EINVAL, EPERM, ESRCH
#include "wali/test.h"

void test() {
  report("getpgid", sys::getpgid(0));
  report("negative group", sys::setpgid(0, -1));
  report("group that does not exist", sys::setpgid(0, 0x7ffffff0));
  report("process that does not exist", sys::setpgid(0x7ffffff0, 0));
  const int parent = sys::getpid().pid();
  setup::in_child([=] { report("in a child, setpgid of its parent", sys::setpgid(parent, 0)); });
  report("getpgid afterwards", sys::getpgid(0));
}
