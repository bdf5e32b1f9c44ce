// Time that the kernel spends on the process's calls counts for ITIMER_PROF, and not for
// ITIMER_VIRTUAL.
// Covers: setitimer ITIMER_VIRTUAL, ITIMER_PROF, system time
#include "suite/time/nanoseconds.h"

namespace {

int64_t system_microseconds() {
  struct rusage usage = {};
  setup::require_zero("getrusage", sys::getrusage(RUSAGE_SELF, &usage));
  return usage.ru_stime.tv_sec * 1000000 + usage.ru_stime.tv_usec;
}

// Has the kernel work for at least 300 ms, unless it takes 10 s of processor time.
void have_the_kernel_work() {
  static uint8_t bytes[1 << 20];
  Fd zeros = setup::open("/dev/zero", O_RDONLY);
  const int64_t start = system_microseconds(), process = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
  while (system_microseconds() < start + 300000 && nanoseconds(CLOCK_PROCESS_CPUTIME_ID) < process + 10000 * ms)
    sys::read(zeros, bytes, sizeof(bytes));
}

// How much of 1000 s a timer has counted, in microseconds.
int64_t counted(const char *name, int which) {
  constexpr itimerval none = {};
  itimerval left = {};
  report(name, sys::setitimer(which, &none, &left));
  return (1000 - left.it_value.tv_sec) * 1000000 - left.it_value.tv_usec;
}

} // namespace

void test() {
  constexpr itimerval long_time = {{0, 0}, {1000, 0}};
  report("ITIMER_VIRTUAL of 1000 s", sys::setitimer(ITIMER_VIRTUAL, &long_time, nullptr));
  report("ITIMER_PROF of 1000 s", sys::setitimer(ITIMER_PROF, &long_time, nullptr));
  have_the_kernel_work();
  const int64_t in_user_mode = counted("ITIMER_VIRTUAL ended", ITIMER_VIRTUAL);
  const int64_t in_all = counted("ITIMER_PROF ended", ITIMER_PROF);
  report("ITIMER_PROF has counted, compared with 250 ms", compared(in_all, int64_t{250000}));
  report("ITIMER_VIRTUAL less than that, compared with 250 ms", compared(in_all - in_user_mode, int64_t{250000}));
}
