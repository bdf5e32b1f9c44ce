// The waits of a thread count as its voluntary switches.
// Covers: getrusage ru_nvcsw, RUSAGE_THREAD
#include "wali/test.h"

void test() {
  struct rusage before = {}, after = {};
  setup::require_zero("getrusage", sys::getrusage(RUSAGE_THREAD, &before));
  for (int i = 0; i < 20; ++i)
    setup::sleep_ms(5);
  setup::require_zero("getrusage", sys::getrusage(RUSAGE_THREAD, &after));
  // A sleep whose time is over before the thread has given the processor away is no switch.
  report("switches in 20 sleeps, compared with 14", compared(after.ru_nvcsw - before.ru_nvcsw, int64_t{14}));
}
