// nanosleep lasts at least as long as asked for, down to the nanosecond.
// Covers: nanosleep duration
#include "suite/time/nanoseconds.h"

void test() {
  for (int64_t span : {int64_t{1}, int64_t{999999}, 20 * ms + 1, 110 * ms}) {
    const timespec request = to_timespec(span);
    const int64_t start = nanoseconds();
    report(label("nanosleep of ", span, " ns"), sys::nanosleep(&request, nullptr));
    report("the time it took compared with that", compared(nanoseconds() - start, span - 1));
  }
}
