// nanosleep refuses times out of range and bad addresses at once. A sleep of no time succeeds and stores no remaining
// time.
// Covers: nanosleep EINVAL, EFAULT, zero
#include "wali/test.h"

void test() {
  Guarded<timespec> remaining;
  auto sleep = [&](int64_t seconds, int64_t nanoseconds) {
    const timespec request = {seconds, nanoseconds};
    return sys::nanosleep(&request, &remaining);
  };
  report("nothing", sleep(0, 0));
  report("negative seconds", sleep(-1, 0));
  report("a billion nanoseconds", sleep(0, 1000000000));
  report("negative nanoseconds", sleep(0, -1));
  report_poison("remaining", remaining);
  report("bad request", sys::nanosleep(static_cast<timespec *>(setup::bad_address()), nullptr));
}
