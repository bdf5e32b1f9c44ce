// prlimit64 refuses a process or a resource that does not exist, a soft limit above the hard one
// and bad addresses. It then changes neither the limits nor the memory for the old ones.
// Covers: prlimit64 ESRCH, EINVAL, EFAULT
// REQUIRES: open-files-4k
#include "wali/test.h"

void test() {
  const rlimit limits = {200, 600}, crossed = {20, 10};
  setup::require_zero("prlimit64", sys::prlimit64(0, RLIMIT_NOFILE, &limits, nullptr));
  Guarded<rlimit> old;
  auto *bad = static_cast<rlimit *>(setup::bad_address());
  report("no such process", sys::prlimit64(0x7ffffff0, RLIMIT_NOFILE, nullptr, &old));
  report("no such resource", sys::prlimit64(0, 99, nullptr, &old));
  report("soft above hard", sys::prlimit64(0, RLIMIT_NOFILE, &crossed, &old));
  report("bad new limits", sys::prlimit64(0, RLIMIT_NOFILE, bad, &old));
  report_poison("old limits", old);
  report("bad old limits", sys::prlimit64(0, RLIMIT_NOFILE, nullptr, bad));
  report("prlimit64", sys::prlimit64(0, RLIMIT_NOFILE, nullptr, &old));
  report("limits", *old);
}
