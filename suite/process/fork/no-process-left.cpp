// When the user has as many processes as RLIMIT_NPROC allows, fork fails with EAGAIN and
// makes no child. The limit does not hold for root, so root becomes another user first.
// Covers: fork EAGAIN
#include "wali/test.h"

void test() {
  sys::setresuid(54321, 54321, 54321); // refused where there is only one id
  setup::limit(RLIMIT_NPROC, 0);
  report("fork", sys::fork());
  report("wait4", sys::wait4(-1, nullptr, 0, nullptr));
}
