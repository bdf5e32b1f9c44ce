// Root of a user namespace of its own lowers a hard limit and cannot raise it again.
// Covers: setrlimit EPERM, user namespace
// REQUIRES: ns-root
#include "wali/test.h"

void test() {
  const rlimit low = {100, 200}, high = {100, 201};
  report("geteuid", sys::geteuid());
  report("lowered", sys::setrlimit(RLIMIT_NOFILE, &low));
  report("raised", sys::setrlimit(RLIMIT_NOFILE, &high));
  rlimit seen = {};
  report("getrlimit", sys::getrlimit(RLIMIT_NOFILE, &seen));
  report("limits", seen);
}
