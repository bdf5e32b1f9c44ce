// CLOCK_BOOTTIME counts what CLOCK_MONOTONIC counts and the time of suspension, and CLOCK_TAI is ahead of
// CLOCK_REALTIME by leap seconds, or not set. Both go on, as CLOCK_MONOTONIC_RAW does.
// Covers: clock_gettime CLOCK_BOOTTIME, CLOCK_TAI, CLOCK_MONOTONIC_RAW
#include "suite/time/nanoseconds.h"

void test() {
  const timespec monotonic = setup::now(CLOCK_MONOTONIC), realtime = setup::now(CLOCK_REALTIME);
  const timespec raw = setup::now(CLOCK_MONOTONIC_RAW);
  timespec boot = {}, atomic = {};
  report("CLOCK_BOOTTIME", sys::clock_gettime(CLOCK_BOOTTIME, &boot));
  report("compared with CLOCK_MONOTONIC before", compared(boot, monotonic));
  report("CLOCK_TAI", sys::clock_gettime(CLOCK_TAI, &atomic));
  report("compared with CLOCK_REALTIME before", compared(atomic, realtime));
  setup::sleep_ms(5);
  report("CLOCK_BOOTTIME after 5 ms", compared(setup::now(CLOCK_BOOTTIME), boot));
  report("CLOCK_TAI after 5 ms", compared(setup::now(CLOCK_TAI), atomic));
  report("CLOCK_MONOTONIC_RAW after 5 ms", compared(setup::now(CLOCK_MONOTONIC_RAW), raw));
}
