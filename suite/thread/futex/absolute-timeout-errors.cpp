// Operations whose time limit is a point in time refuse one with a negative second or with
// nanoseconds beyond a second.
// Covers: futex FUTEX_WAIT_BITSET, FUTEX_WAIT_REQUEUE_PI, FUTEX_LOCK_PI, EINVAL
#include "wali/test.h"

namespace {

int word, other;

void report_limits(const char *name, int operation) {
  const timespec limits[] = {{-1, 0}, {1, -1}, {1, 1000000000}};
  for (const timespec &limit : limits)
    report(label(name, ", ", limit.tv_sec, " s and ", limit.tv_nsec, " ns"),
           sys::futex(&word, operation, 0, &limit, &other, -1));
}

} // namespace

void test() {
  report_limits("FUTEX_WAIT_BITSET", FUTEX_WAIT_BITSET);
  report_limits("FUTEX_WAIT_BITSET of real time", FUTEX_WAIT_BITSET | FUTEX_CLOCK_REALTIME);
  report_limits("FUTEX_WAIT_REQUEUE_PI", FUTEX_WAIT_REQUEUE_PI);
  report_limits("FUTEX_LOCK_PI", FUTEX_LOCK_PI);
  report("word", word);
}
