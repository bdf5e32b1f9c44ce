// Interrupted by a handler, a relative sleep says what remains, with nanoseconds,
// or EFAULT where it cannot; an absolute one writes nothing.
// Covers: clock_nanosleep EINTR, EFAULT, remaining time
#include "wali/test.h"

void test() {
  setup::on_signal(SIGUSR2, [](int) {}, SA_RESTART);
  const timespec request = {600, 0};
  timespec point = setup::now();
  point.tv_sec += 600;
  Guarded<timespec> remaining;
  Interrupter interrupter(SIGUSR2);
  report("relative", sys::clock_nanosleep(CLOCK_MONOTONIC, 0, &request, &remaining));
  report_walls("walls", remaining);
  report("remaining against 601 s", compared(remaining->tv_sec, int64_t{601}));
  report("remaining against 300 s", compared(remaining->tv_sec, int64_t{300}));
  report("nanoseconds against none", compared(remaining->tv_nsec, int64_t{0}));
  report("nanoseconds against a second", compared(remaining->tv_nsec, int64_t{1000000000}));
  auto *bad = static_cast<timespec *>(setup::bad_address());
  report("relative, to a bad address", sys::clock_nanosleep(CLOCK_MONOTONIC, 0, &request, bad));
  remaining.fill();
  report("absolute", sys::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &point, &remaining));
  report_poison("remaining of the absolute", remaining);
  report("absolute, with a bad address", sys::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &point, bad));
}
