// A sleep on CLOCK_PROCESS_CPUTIME_ID lasts until other threads have computed so long.
// Covers: clock_nanosleep CLOCK_PROCESS_CPUTIME_ID
#include "suite/time/nanoseconds.h"

namespace {

Event over;

void work(void *) {
  while (!over.is_set()) {
  }
}

} // namespace

void test() {
  Thread worker(work);
  const int64_t start = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
  const timespec request = to_timespec(50 * ms);
  report("clock_nanosleep", sys::clock_nanosleep(CLOCK_PROCESS_CPUTIME_ID, 0, &request, nullptr));
  report("processor time compared with 50 ms", compared(nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - start, 50 * ms - 1));
  over.set();
}
