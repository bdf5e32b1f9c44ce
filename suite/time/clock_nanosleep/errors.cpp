// clock_nanosleep refuses bad clocks, times out of range and bad addresses at once, and stores
// no remaining time.
// Covers: clock_nanosleep EINVAL, EFAULT, EOPNOTSUPP
#include "wali/test.h"

void test() {
  Guarded<timespec> remaining;
  auto sleep = [&](int clock, int64_t seconds, int64_t nanoseconds) {
    const timespec request = {seconds, nanoseconds};
    return sys::clock_nanosleep(clock, 0, &request, &remaining);
  };
  report("clock 77", sleep(77, 0, 0));
  report_poison("remaining", remaining);
  report("this thread's processor time", sleep(CLOCK_THREAD_CPUTIME_ID, 0, 0));
  report("a coarse clock", sleep(CLOCK_MONOTONIC_COARSE, 0, 0));
  report("negative seconds", sleep(CLOCK_MONOTONIC, -1, 0));
  report("a billion nanoseconds", sleep(CLOCK_MONOTONIC, 0, 1000000000));
  report("negative nanoseconds", sleep(CLOCK_MONOTONIC, 0, -1));
  report_poison("remaining", remaining);
  report("bad request",
         sys::clock_nanosleep(CLOCK_MONOTONIC, 0, static_cast<timespec *>(setup::bad_address()), nullptr));
}
