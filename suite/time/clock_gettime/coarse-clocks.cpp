// A coarse clock shows the time of its clock a moment ago: it is never ahead of it, and
// it goes on.
// Covers: clock_gettime CLOCK_REALTIME_COARSE, CLOCK_MONOTONIC_COARSE
#include "suite/time/nanoseconds.h"

namespace {

void look(const char *name, int coarse, int fine) {
  timespec time = {};
  report(name, sys::clock_gettime(coarse, &time));
  const timespec later = setup::now(fine);
  report("a reading compared with a later one of the fine clock", compared(later, time));
  setup::sleep_ms(50);
  report("a reading after 50 ms compared with it", compared(setup::now(coarse), time));
}

} // namespace

void test() {
  look("CLOCK_MONOTONIC_COARSE", CLOCK_MONOTONIC_COARSE, CLOCK_MONOTONIC);
  look("CLOCK_REALTIME_COARSE", CLOCK_REALTIME_COARSE, CLOCK_REALTIME);
}
