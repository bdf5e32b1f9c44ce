// A child has its parent's resource limits, and those that it sets are its own.
// Covers: fork limits
// Covers: getrlimit fork
// Covers: setrlimit fork
#include "wali/test.h"

namespace {

void report_limits(const char *descriptors, const char *size) {
  rlimit limit = {};
  setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_NOFILE, &limit));
  report(descriptors, limit.rlim_cur);
  setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_FSIZE, &limit));
  report(size, limit.rlim_cur);
}

} // namespace

void test() {
  setup::limit(RLIMIT_NOFILE, 77);
  setup::limit(RLIMIT_FSIZE, 123456789);
  setup::in_child([] {
    report_limits("RLIMIT_NOFILE in the child", "RLIMIT_FSIZE in the child");
    const rlimit less = {55, 77};
    report("setrlimit in the child", sys::setrlimit(RLIMIT_NOFILE, &less));
    report_limits("RLIMIT_NOFILE in the child", "RLIMIT_FSIZE in the child");
  });
  report_limits("RLIMIT_NOFILE in the parent", "RLIMIT_FSIZE in the parent");
}
