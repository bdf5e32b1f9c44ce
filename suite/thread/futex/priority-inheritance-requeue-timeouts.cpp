// The time limit of FUTEX_WAIT_REQUEUE_PI is a time of the monotonic clock, or of the real-time
// clock with FUTEX_CLOCK_REALTIME. Nobody has the lock then.
// Covers: futex FUTEX_WAIT_REQUEUE_PI, ETIMEDOUT, FUTEX_CLOCK_REALTIME
#include "wali/test.h"

namespace {

int condition, lock;

int64_t milliseconds(int clock) {
  const timespec time = setup::now(clock);
  return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

void report_wait(const char *name, int flag, int clock) {
  const int64_t begin = milliseconds(CLOCK_MONOTONIC), end = milliseconds(clock) + 31;
  const timespec limit = {end / 1000, end % 1000 * 1000000};
  report(name, sys::futex(&condition, FUTEX_WAIT_REQUEUE_PI | flag, 0, &limit, &lock, 0));
  report("milliseconds passed, compared with 28", compared(milliseconds(CLOCK_MONOTONIC) - begin, int64_t{28}));
}

} // namespace

void test() {
  report_wait("monotonic clock", 0, CLOCK_MONOTONIC);
  report_wait("real-time clock", FUTEX_CLOCK_REALTIME, CLOCK_REALTIME);
  const timespec past = {1, 0};
  report("a time long past", sys::futex(&condition, FUTEX_WAIT_REQUEUE_PI, 0, &past, &lock, 0));
  report("lock", lock);
}
