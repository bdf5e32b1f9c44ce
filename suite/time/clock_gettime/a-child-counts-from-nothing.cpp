// The processor time of a child begins at 0: what its parent computed is not in it.
// Covers: clock_gettime CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID, fork
// Covers: fork processor time
#include "suite/time/nanoseconds.h"

void test() {
  compute(CLOCK_THREAD_CPUTIME_ID, 400 * ms);
  setup::in_child([] {
    report("the process's compared with 200 ms", compared(nanoseconds(CLOCK_PROCESS_CPUTIME_ID), 200 * ms));
    report("the thread's compared with 200 ms", compared(nanoseconds(CLOCK_THREAD_CPUTIME_ID), 200 * ms));
  });
  report("the parent's compared with 400 ms", compared(nanoseconds(CLOCK_PROCESS_CPUTIME_ID), 400 * ms - 1));
}
