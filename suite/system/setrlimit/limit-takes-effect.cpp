// A soft limit acts at once: with RLIMIT_NOFILE at 4, 3 is the last descriptor that is given
// out. The hard limit stays.
// Covers: setrlimit RLIMIT_NOFILE
#include "wali/test.h"

void test() {
  rlimit limits = {};
  setup::require_zero("prlimit64", sys::prlimit64(0, RLIMIT_NOFILE, nullptr, &limits));
  report("hard limit", limits.rlim_max);
  limits.rlim_cur = 4;
  report("setrlimit", sys::setrlimit(RLIMIT_NOFILE, &limits));
  report("first descriptor", sys::dup(0));
  report("one more", sys::dup(0));
  rlimit seen = {};
  setup::require_zero("prlimit64", sys::prlimit64(0, RLIMIT_NOFILE, nullptr, &seen));
  report("soft limit", seen.rlim_cur);
  report("hard limit", seen.rlim_max);
}
