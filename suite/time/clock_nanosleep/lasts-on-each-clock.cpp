// A relative sleep lasts at least as long as asked for, on each clock that can be slept on.
// Covers: clock_nanosleep CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_BOOTTIME, CLOCK_TAI
#include "suite/time/nanoseconds.h"

void test() {
  for (int clock : {CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_BOOTTIME, CLOCK_TAI}) {
    const int64_t start = nanoseconds();
    const timespec request = to_timespec(30 * ms);
    report(label("clock ", clock), sys::clock_nanosleep(clock, 0, &request, nullptr));
    report("the time it took compared with 30 ms", compared(nanoseconds() - start, 30 * ms - 1));
  }
}
