// The timeout of FUTEX_WAIT counts from the call. The timeout of FUTEX_WAIT_BITSET is a time of the monotonic clock,
// or of the real-time clock with FUTEX_CLOCK_REALTIME.
// Covers: futex ETIMEDOUT, relative timeout, absolute timeout, FUTEX_CLOCK_REALTIME
#include "wali/test.h"

namespace {

constexpr int64_t ms = 1000000;

int64_t now(int clock) {
  timespec time = setup::now(clock);
  return time.tv_sec * 1000 * ms + time.tv_nsec;
}

// Waits until 30 ms after the clock's time, or after nothing where there is none.
template <class Clock> void report_wait(const char *name, int operation, Clock clock) {
  int word = 1;
  int64_t begin = now(CLOCK_MONOTONIC), end = clock() + 30 * ms;
  const timespec timeout = {end / (1000 * ms), end % (1000 * ms)};
  report(name, sys::futex(&word, operation, 1, &timeout, nullptr, -1));
  report("time passed, compared with 29 ms", compared(now(CLOCK_MONOTONIC) - begin, 29 * ms));
}

} // namespace

void test() {
  report_wait("FUTEX_WAIT", FUTEX_WAIT, [] { return int64_t{0}; });
  report_wait("FUTEX_WAIT_BITSET", FUTEX_WAIT_BITSET, [] { return now(CLOCK_MONOTONIC); });
  report_wait("FUTEX_WAIT_BITSET, real time", FUTEX_WAIT_BITSET | FUTEX_CLOCK_REALTIME,
              [] { return now(CLOCK_REALTIME); });
  int word = 1;
  const timespec none = {0, 0}, past = {0, 1}, year_1970 = {1000000, 0};
  report("FUTEX_WAIT, no time", sys::futex(&word, FUTEX_WAIT, 1, &none, nullptr, 0));
  report("FUTEX_WAIT_BITSET, a time long past", sys::futex(&word, FUTEX_WAIT_BITSET, 1, &past, nullptr, -1));
  report("FUTEX_WAIT_BITSET, real time, 1970",
         sys::futex(&word, FUTEX_WAIT_BITSET | FUTEX_CLOCK_REALTIME, 1, &year_1970, nullptr, -1));
}
