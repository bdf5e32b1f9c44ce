// The timeout of FUTEX_LOCK_PI is a time of the real-time clock. The timeout of FUTEX_LOCK_PI2, since Linux 5.14, is
// one of the monotonic clock, or of the real-time clock with FUTEX_CLOCK_REALTIME.
// Covers: futex FUTEX_LOCK_PI, FUTEX_LOCK_PI2, ETIMEDOUT
#include "wali/test.h"

namespace {

int word;
Event locked, release;

void hold(void *) {
  sys::futex(&word, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0);
  locked.set();
  release.wait();
  sys::futex(&word, FUTEX_UNLOCK_PI, 0, nullptr, nullptr, 0);
}

int64_t milliseconds(int clock) {
  timespec time = setup::now(clock);
  return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

void report_wait(const char *name, int operation, int clock) {
  int64_t begin = milliseconds(CLOCK_MONOTONIC), end = milliseconds(clock) + 31;
  const timespec timeout = {end / 1000, end % 1000 * 1000000};
  report(name, sys::futex(&word, operation, 0, &timeout, nullptr, 0));
  report("milliseconds passed, compared with 28", compared(milliseconds(CLOCK_MONOTONIC) - begin, int64_t{28}));
}

} // namespace

void test() {
  Thread thread(hold);
  locked.wait();
  report_wait("FUTEX_LOCK_PI", FUTEX_LOCK_PI, CLOCK_REALTIME);
  report_wait("FUTEX_LOCK_PI2", FUTEX_LOCK_PI2, CLOCK_MONOTONIC);
  report_wait("FUTEX_LOCK_PI2, real time", FUTEX_LOCK_PI2 | FUTEX_CLOCK_REALTIME, CLOCK_REALTIME);
  const timespec past = {1000, 0}, wrong = {0, -1};
  report("FUTEX_LOCK_PI, 1970", sys::futex(&word, FUTEX_LOCK_PI, 0, &past, nullptr, 0));
  report("FUTEX_LOCK_PI, negative nanoseconds", sys::futex(&word, FUTEX_LOCK_PI, 0, &wrong, nullptr, 0));
  release.set();
  thread.join();
  report("word", word);
}
