// With TIMER_ABSTIME a sleep on CLOCK_REALTIME or CLOCK_BOOTTIME ends at a point of that
// clock: at once where it has passed, and not before it where it is 30 ms ahead.
// Covers: clock_nanosleep TIMER_ABSTIME, CLOCK_REALTIME, CLOCK_BOOTTIME
#include "suite/time/nanoseconds.h"

void test() {
  for (int clock : {CLOCK_REALTIME, CLOCK_BOOTTIME}) {
    const timespec past = to_timespec(nanoseconds(clock) - 1);
    report(label("clock ", clock, ", just passed"), sys::clock_nanosleep(clock, TIMER_ABSTIME, &past, nullptr));
    const int64_t ahead = nanoseconds(clock) + 30 * ms;
    const timespec request = to_timespec(ahead);
    report("30 ms ahead", sys::clock_nanosleep(clock, TIMER_ABSTIME, &request, nullptr));
    report("the clock afterwards compared with that point", compared(nanoseconds(clock), ahead - 1));
  }
}
