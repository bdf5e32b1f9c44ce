// CLOCK_THREAD_CPUTIME_ID counts what the calling thread alone computes, and
// CLOCK_PROCESS_CPUTIME_ID what all threads do.
// Covers: clock_gettime CLOCK_THREAD_CPUTIME_ID, CLOCK_PROCESS_CPUTIME_ID, threads
#include "suite/time/nanoseconds.h"

namespace {

constexpr int64_t span = 200000000; // nanoseconds

// Computes until this thread has for `span`: a thread's clock that stood still would not
// let it end, so it stops after so much of the process's time too.
void compute_span(void *) {
  const int64_t thread = nanoseconds(CLOCK_THREAD_CPUTIME_ID), process = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
  while (nanoseconds(CLOCK_THREAD_CPUTIME_ID) - thread < span &&
         nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - process < 10 * span) {
  }
}

} // namespace

void test() {
  const int64_t thread = nanoseconds(CLOCK_THREAD_CPUTIME_ID), process = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
  Thread(compute_span).join();
  report("time of this thread compared with half the span",
         compared(nanoseconds(CLOCK_THREAD_CPUTIME_ID) - thread, span / 2));
  report("time of the process compared with 90 % of the span",
         compared(nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - process, span / 10 * 9));
}
