// The soft limit may be lowered to 0 and raised up to the hard limit, without privilege, and
// acts each time.
// Covers: setrlimit soft limit, RLIMIT_NOFILE
#include "wali/test.h"

namespace {

void set(uint64_t soft) {
  const rlimit limits = {soft, 20};
  report(label("setrlimit to ", soft), sys::setrlimit(RLIMIT_NOFILE, &limits));
}

} // namespace

void test() {
  set(5);
  report("dup2 to 4", sys::dup2(0, 4));
  report("dup2 to 5", sys::dup2(0, 5));
  set(0);
  report("dup2 to 4", sys::dup2(0, 4));
  set(20);
  report("dup2 to 19", sys::dup2(0, 19));
  report("dup2 to 20", sys::dup2(0, 20));
  rlimit seen = {};
  report("getrlimit", sys::getrlimit(RLIMIT_NOFILE, &seen));
  report("limits", seen);
}
