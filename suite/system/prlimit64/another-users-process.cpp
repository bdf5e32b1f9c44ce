// Without privilege the limits of another user's process are neither told nor set;
// nor does anybody get more descriptors than the kernel has.
// Covers: prlimit64 EPERM
// REQUIRES: root
#include "wali/test.h"

void test() {
  auto &results = setup::shared<Result[4]>();
  const int parent = sys::getpid().pid();
  const rlimit lower = {100, 200}, beyond = {100, uint64_t{1} << 40};
  Guarded<rlimit> own;
  report("too many descriptors", sys::prlimit64(0, RLIMIT_NOFILE, &beyond, &own));
  report_poison("old limit", own);
  setup::fork([&] {
    setup::require_zero("setuid", sys::setuid(65534));
    results[0] = sys::prlimit64(parent, RLIMIT_NOFILE, nullptr, &own);
    results[1] = {__builtin_memcmp(&own, own.all(), sizeof(rlimit))}; // all of it poison still
    results[2] = sys::prlimit64(parent, RLIMIT_NOFILE, &lower, nullptr);
    results[3] = sys::prlimit64(sys::getpid().pid(), RLIMIT_NOFILE, &lower, nullptr);
  }).wait();
  report("asked", results[0]);
  report("what was told, against poison", results[1]);
  report("set", results[2]);
  report("its own", results[3]);
  setup::require_zero("prlimit64", sys::prlimit64(0, RLIMIT_NOFILE, nullptr, &own));
  report("limit here against what was to be set", compared(own->rlim_cur, lower.rlim_cur));
}
