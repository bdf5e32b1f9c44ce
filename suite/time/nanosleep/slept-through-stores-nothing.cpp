// A sleep that lasts as long as asked for stores nothing where what remains would be.
// Covers: nanosleep remaining time
// Covers: clock_nanosleep CLOCK_MONOTONIC, CLOCK_REALTIME, remaining time
#include "wali/test.h"

void test() {
  const timespec request = {0, 20000000};
  Guarded<timespec> remaining;
  report("nanosleep", sys::nanosleep(&request, &remaining));
  report_poison("remaining", remaining);
  for (int clock : {CLOCK_MONOTONIC, CLOCK_REALTIME}) {
    report("clock_nanosleep", sys::clock_nanosleep(clock, 0, &request, &remaining));
    report_poison("remaining", remaining);
  }
}
