// A soft limit acts at once: with RLIMIT_NOFILE just above the lowest free descriptor, that one is the last that is
// given out. The hard limit stays.
// Covers: setrlimit RLIMIT_NOFILE
#include "wali/test.h"

void test() {
  rlimit limits = {};
  setup::require_zero("prlimit64", sys::prlimit64(0, RLIMIT_NOFILE, nullptr, &limits));
  report("hard limit", limits.rlim_max);
  const int free = setup::lowest_free_descriptor();
  report("lowest free descriptor", free);
  limits.rlim_cur = static_cast<uint64_t>(free) + 1;
  report("setrlimit", sys::setrlimit(RLIMIT_NOFILE, &limits));
  report("dup", sys::dup(0));
  report("one more", sys::dup(0));
  rlimit seen = {};
  setup::require_zero("prlimit64", sys::prlimit64(0, RLIMIT_NOFILE, nullptr, &seen));
  report("soft limit", seen.rlim_cur);
  report("hard limit", seen.rlim_max);
}
