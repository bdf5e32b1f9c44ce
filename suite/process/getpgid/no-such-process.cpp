// getpgid refuses the id of a process that does not exist, and one that no process can have.
// Covers: getpgid ESRCH
#include "wali/test.h"

void test() {
  report("of 0x7ffffff0", sys::getpgid(0x7ffffff0));
  report("of -1", sys::getpgid(-1));
  const int pid = setup::fork([] {}).release();
  report("wait4", sys::wait4(pid, nullptr, 0, nullptr));
  report("of a child that has been waited for", sys::getpgid(pid));
}
