// The limits belong to the process: what one thread sets holds for the others.
// Covers: setrlimit threads
// Covers: getrlimit threads
#include "wali/test.h"

namespace {

Result set;

} // namespace

void test() {
  Thread([](void *) {
    rlimit limit = {};
    setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_NOFILE, &limit));
    limit.rlim_cur = 4;
    set = sys::setrlimit(RLIMIT_NOFILE, &limit);
  }).join();
  report("setrlimit in a thread", set);
  rlimit limit = {};
  report("getrlimit in the main thread", sys::getrlimit(RLIMIT_NOFILE, &limit));
  report("soft limit", limit.rlim_cur);
  report("open of descriptor 3", sys::open(".", O_RDONLY, 0));
  report("open of descriptor 4", sys::open(".", O_RDONLY, 0));
}
