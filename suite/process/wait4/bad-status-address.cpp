// If the status cannot be stored, wait4 fails with EFAULT, and the child is gone nevertheless.
// Covers: wait4 EFAULT
#include "wali/test.h"

void test() {
  const int pid = setup::fork([] { return 3; }).release();
  report("wait4", sys::wait4(pid, static_cast<int *>(setup::bad_address()), 0, nullptr));
  report("wait4 again", sys::wait4(pid, nullptr, WNOHANG, nullptr));
}
