// At RLIMIT_NPROC a user who is not root makes no further process, and may again when the limit is
// raised.
// Covers: setrlimit RLIMIT_NPROC
// Covers: fork EAGAIN
#include "wali/test.h"

namespace {

Result set(uint64_t soft) {
  rlimit limits = {};
  setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_NPROC, &limits));
  limits.rlim_cur = soft;
  return sys::setrlimit(RLIMIT_NPROC, &limits);
}

} // namespace

void test() {
  sys::setresuid(54321, 54321, 54321); // refused where there is only one id
  rlimit former = {};
  setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_NPROC, &former));
  report("setrlimit to 0", set(0));
  report("fork", sys::fork());
  report("setrlimit to the former", set(former.rlim_cur));
  report("child", setup::fork([] { return 4; }).wait());
}
