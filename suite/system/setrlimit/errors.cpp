// A soft limit above the hard one, a resource that does not exist and a bad
// address are refused; the limit stays.
// Covers: setrlimit EINVAL, EFAULT
// Covers: getrlimit EINVAL, EFAULT
#include "wali/test.h"

void test() {
  const rlimit crossed = {20, 10};
  report("soft above hard", sys::setrlimit(RLIMIT_CORE, &crossed));
  report("resource 99", sys::setrlimit(99, &crossed));
  report("bad address", sys::setrlimit(RLIMIT_CORE, static_cast<rlimit *>(setup::bad_address())));
  Guarded<rlimit> seen;
  report("getrlimit of resource 99", sys::getrlimit(99, &seen));
  report_poison("limits", seen);
  report("getrlimit to a bad address", sys::getrlimit(RLIMIT_CORE, static_cast<rlimit *>(setup::bad_address())));
  report("getrlimit", sys::getrlimit(RLIMIT_CORE, &seen));
  report("soft limit against 20", compared(seen->rlim_cur == 20 ? 20 : 0, 20));
}
