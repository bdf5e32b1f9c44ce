// A soft limit set is the one that acts: with RLIMIT_NOFILE at what is open
// now no further descriptor is given.
// Covers: setrlimit RLIMIT_NOFILE
#include "wali/test.h"

void test() {
  rlimit limits = {};
  setup::require_zero("prlimit64", sys::prlimit64(0, RLIMIT_NOFILE, nullptr, &limits));
  uint64_t hard = limits.rlim_max;
  limits.rlim_cur = 4;
  report("setrlimit", sys::setrlimit(RLIMIT_NOFILE, &limits));
  report("first descriptor", sys::dup(0));
  report("one more", sys::dup(0));
  rlimit seen = {};
  setup::require_zero("prlimit64", sys::prlimit64(0, RLIMIT_NOFILE, nullptr, &seen));
  report("soft limit", seen.rlim_cur);
  report("hard limit against before", compared(seen.rlim_max, hard));
}
