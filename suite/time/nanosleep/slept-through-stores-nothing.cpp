// A sleep that lasts as long as asked for stores nothing where what remains would be.
// Covers: nanosleep remaining time
// Covers: clock_nanosleep CLOCK_MONOTONIC, CLOCK_REALTIME, remaining time
#include "suite/time/nanoseconds.h"

void test() {
  const timespec request = {0, 20000000};
  Guarded<timespec> remaining;
  int64_t start = nanoseconds();
  report("nanosleep", sys::nanosleep(&request, &remaining));
  report("the time it took compared with 20 ms", compared(nanoseconds() - start, 20 * ms - 1));
  report_poison("remaining", remaining);
  for (int clock : {CLOCK_MONOTONIC, CLOCK_REALTIME}) {
    start = nanoseconds();
    report("clock_nanosleep", sys::clock_nanosleep(clock, 0, &request, &remaining));
    report("the time it took compared with 20 ms", compared(nanoseconds() - start, 20 * ms - 1));
    report_poison("remaining", remaining);
  }
}
