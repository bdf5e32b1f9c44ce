// The limits belong to the process: what one thread sets holds for the others.
// Covers: setrlimit threads
// Covers: getrlimit threads
#include "wali/test.h"

namespace {

Result set;
int free_descriptor;

} // namespace

void test() {
  free_descriptor = setup::lowest_free_descriptor();
  report("the only free descriptor", free_descriptor);
  Thread([](void *) {
    rlimit limit = {};
    setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_NOFILE, &limit));
    limit.rlim_cur = static_cast<uint64_t>(free_descriptor) + 1;
    set = sys::setrlimit(RLIMIT_NOFILE, &limit);
  }).join();
  report("setrlimit in a thread", set);
  rlimit limit = {};
  report("getrlimit in the main thread", sys::getrlimit(RLIMIT_NOFILE, &limit));
  report("soft limit", limit.rlim_cur);
  report("open", sys::open(".", O_RDONLY, 0));
  report("open of one more", sys::open(".", O_RDONLY, 0));
}
