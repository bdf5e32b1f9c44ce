// getsid refuses the id of a process that does not exist, and one that no process can have.
// Covers: getsid ESRCH
#include "wali/test.h"

void test() {
  report("of 0x7ffffff0", sys::getsid(0x7ffffff0));
  report("of -1", sys::getsid(-1));
  const int pid = setup::fork([] {}).release();
  report("wait4", sys::wait4(pid, nullptr, 0, nullptr));
  report("of a child that has been waited for", sys::getsid(pid));
}
