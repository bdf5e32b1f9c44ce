// CLOCK_PROCESS_CPUTIME_ID counts what several threads compute at once, that of each in full.
// Covers: clock_gettime CLOCK_PROCESS_CPUTIME_ID, several threads
#include "suite/time/nanoseconds.h"

namespace {

constexpr int64_t span = 100 * ms;

Event begin;

void compute_span(void *) {
  begin.wait();
  compute(CLOCK_THREAD_CPUTIME_ID, span);
}

} // namespace

void test() {
  const int64_t before = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
  {
    Thread first(compute_span), second(compute_span), third(compute_span);
    begin.set();
  }
  report("time of the process compared with that of three threads",
         compared(nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - before, 3 * span));
}
