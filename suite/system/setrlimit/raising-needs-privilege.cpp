// An ordinary user may lower a hard limit, and not raise it again.
// Covers: setrlimit EPERM
// REQUIRES: user
#include "wali/test.h"

void test() {
  const rlimit lower = {100, 200}, higher = {100, 201};
  report("lowered", sys::setrlimit(RLIMIT_NOFILE, &lower));
  report("raised", sys::setrlimit(RLIMIT_NOFILE, &higher));
  rlimit seen = {};
  setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_NOFILE, &seen));
  report("limits", seen);
}
