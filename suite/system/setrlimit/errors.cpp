// setrlimit refuses a soft limit above the hard one, an unknown resource, a bad address and
// more descriptors than the kernel allows, and the limits stay.
// Covers: setrlimit EINVAL, EFAULT, EPERM
// Covers: getrlimit EINVAL, EFAULT
#include "wali/test.h"

void test() {
  const rlimit crossed = {20, 10};
  Guarded<rlimit> seen;
  report("getrlimit", sys::getrlimit(RLIMIT_CORE, &seen));
  report("limits", *seen);
  report("soft above hard", sys::setrlimit(RLIMIT_CORE, &crossed));
  report("resource 99", sys::setrlimit(99, &crossed));
  report("bad address", sys::setrlimit(RLIMIT_CORE, static_cast<rlimit *>(setup::bad_address())));
  const rlimit beyond = {100, uint64_t{1} << 40};
  report("2^40 descriptors", sys::setrlimit(RLIMIT_NOFILE, &beyond));
  seen.fill();
  report("getrlimit of resource 99", sys::getrlimit(99, &seen));
  report_poison("what it gave", seen);
  report("getrlimit to a bad address", sys::getrlimit(RLIMIT_CORE, static_cast<rlimit *>(setup::bad_address())));
  report("getrlimit", sys::getrlimit(RLIMIT_CORE, &seen));
  report("limits", *seen);
}
