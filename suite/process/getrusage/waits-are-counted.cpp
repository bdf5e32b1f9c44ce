// Each wait is a voluntary switch of the thread that waits.
// Covers: getrusage ru_nvcsw, RUSAGE_THREAD
#include "wali/test.h"

void test() {
  struct rusage before = {}, after = {};
  setup::require_zero("getrusage", sys::getrusage(RUSAGE_THREAD, &before));
  for (int i = 0; i < 20; ++i)
    setup::sleep_ms(1);
  setup::require_zero("getrusage", sys::getrusage(RUSAGE_THREAD, &after));
  report("switches in 20 sleeps, compared with 19", compared(after.ru_nvcsw - before.ru_nvcsw, int64_t{19}));
}
