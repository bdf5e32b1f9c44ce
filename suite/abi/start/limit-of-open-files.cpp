// A program starts with the limit of open files that its engine was started with, even if the engine's runtime raises
// the soft limit for itself.
// Covers: start RLIMIT_NOFILE
// REQUIRES: open-files-4k
#include "wali/test.h"

void test() {
  rlimit limit = {};
  report("getrlimit", sys::getrlimit(RLIMIT_NOFILE, &limit));
  report("soft limit", limit.rlim_cur);
  report("hard limit", limit.rlim_max);
  report("dup2 to 1023", sys::dup2(0, 1023));
  report("dup2 to 1024", sys::dup2(0, 1024));
}
