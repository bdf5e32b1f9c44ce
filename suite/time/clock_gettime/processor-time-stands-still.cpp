// The clocks of processor time stand still while the process sleeps.
// Covers: clock_gettime CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID, sleep
#include "suite/time/nanoseconds.h"

void test() {
  const int64_t process = nanoseconds(CLOCK_PROCESS_CPUTIME_ID), thread = nanoseconds(CLOCK_THREAD_CPUTIME_ID);
  report("the process's compared with 0", compared(process, int64_t{0}));
  report("the thread's compared with 0", compared(thread, int64_t{0}));
  setup::sleep_ms(400);
  report("the process's after 400 ms compared with 200 ms",
         compared(nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - process, 200 * ms));
  report("the thread's after 400 ms compared with 200 ms",
         compared(nanoseconds(CLOCK_THREAD_CPUTIME_ID) - thread, 200 * ms));
}
