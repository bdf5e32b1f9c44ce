// A handler, even with SA_RESTART, ends a sleep with EINTR. A relative sleep stores the remaining time, or gives
// EFAULT if it cannot. An absolute sleep stores nothing.
// Covers: clock_nanosleep EINTR, EFAULT, remaining time
#include "suite/time/slack.h"
#include "wali/test.h"

void test() {
  static volatile int runs;
  setup::on_signal(SIGUSR2, [](int) { runs = runs + 1; }, SA_RESTART);
  without_slack();
  const timespec request = {600, 0};
  timespec point = setup::now();
  point.tv_sec += 600;
  Guarded<timespec> remaining;
  Interrupter interrupter(SIGUSR2);
  report("relative", sys::clock_nanosleep(CLOCK_MONOTONIC, 0, &request, &remaining));
  report("handler runs", runs);
  report_walls("walls", remaining);
  report("remaining compared with the request", compared(*remaining, request));
  report("remaining compared with 300 s", compared(remaining->tv_sec, int64_t{300}));
  report("nanoseconds compared with none", compared(remaining->tv_nsec, int64_t{0}));
  report("nanoseconds compared with a second", compared(remaining->tv_nsec, int64_t{1000000000}));
  auto *bad = static_cast<timespec *>(setup::bad_address());
  report("relative, to a bad address", sys::clock_nanosleep(CLOCK_MONOTONIC, 0, &request, bad));
  remaining.fill();
  report("absolute", sys::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &point, &remaining));
  report_poison("remaining of the absolute", remaining);
  report("absolute, with a bad address", sys::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &point, bad));
}
