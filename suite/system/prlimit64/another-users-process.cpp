// Without privilege a process can neither read nor set the limits of another user's
// process, and nobody gets more descriptors than the kernel has.
// Covers: prlimit64 EPERM
// REQUIRES: root
#include "wali/test.h"

void test() {
  const int parent = sys::getpid().pid();
  const rlimit lower = {100, 200}, beyond = {100, uint64_t{1} << 40};
  Guarded<rlimit> seen;
  report("too many descriptors", sys::prlimit64(0, RLIMIT_NOFILE, &beyond, &seen));
  report_poison("old limits", seen);
  report("prlimit64", sys::prlimit64(0, RLIMIT_NOFILE, nullptr, &seen));
  report("limits", *seen);
  setup::in_child([&] {
    setup::require_zero("setuid", sys::setuid(65534));
    seen.fill();
    report("reading the parent's", sys::prlimit64(parent, RLIMIT_NOFILE, nullptr, &seen));
    report_poison("what was given", seen);
    report("setting the parent's", sys::prlimit64(parent, RLIMIT_NOFILE, &lower, nullptr));
    report("setting its own", sys::prlimit64(sys::getpid().pid(), RLIMIT_NOFILE, &lower, nullptr));
  });
  report("prlimit64", sys::prlimit64(0, RLIMIT_NOFILE, nullptr, &seen));
  report("limits", *seen);
}
