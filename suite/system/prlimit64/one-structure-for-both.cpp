// The new limits and the old ones may be the same structure: the new are read before the old are
// stored. Neither is needed.
// Covers: prlimit64 new and old limits in one place, NULL
// REQUIRES: open-files-4k
#include "wali/test.h"

void test() {
  rlimit limits = {300, 700};
  report("prlimit64", sys::prlimit64(0, RLIMIT_NOFILE, &limits, nullptr));
  limits = {200, 600};
  report("prlimit64 of one structure", sys::prlimit64(0, RLIMIT_NOFILE, &limits, &limits));
  report("old limits", limits);
  report("prlimit64 of none", sys::prlimit64(0, RLIMIT_NOFILE, nullptr, nullptr));
  report("prlimit64 of none, no such resource", sys::prlimit64(0, 99, nullptr, nullptr));
  report("prlimit64, asked", sys::prlimit64(0, RLIMIT_NOFILE, nullptr, &limits));
  report("limits", limits);
}
