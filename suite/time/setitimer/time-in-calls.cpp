// Time that the kernel spends on the process's calls counts for ITIMER_PROF, and not for
// ITIMER_VIRTUAL.
// Covers: setitimer ITIMER_VIRTUAL, ITIMER_PROF, system time
#include "suite/time/nanoseconds.h"

namespace {

constexpr itimerval long_time = {{0, 0}, {1000, 0}};

// Starts the timer anew: how much of the 1000 s it has counted since it was started last, in
// microseconds.
int64_t counted(int which) {
  itimerval left = {};
  setup::require_zero("setitimer", sys::setitimer(which, &long_time, &left));
  return (1000 - left.it_value.tv_sec) * 1000000 - left.it_value.tv_usec;
}

void have_the_kernel_work(int zeros) {
  static uint8_t bytes[1 << 20];
  for (int i = 0; i < 200; ++i)
    sys::read(zeros, bytes, sizeof(bytes));
}

} // namespace

void test() {
  report("ITIMER_VIRTUAL of 1000 s", sys::setitimer(ITIMER_VIRTUAL, &long_time, nullptr));
  report("ITIMER_PROF of 1000 s", sys::setitimer(ITIMER_PROF, &long_time, nullptr));
  Fd zeros = setup::open("/dev/zero", O_RDONLY);
  // A kernel may look at its ticks alone what a process does. So it works until the timers have seen
  // enough of it, unless it takes 10 s of processor time.
  const int64_t start = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
  int64_t in_calls = 0;
  while (in_calls < 250000 && nanoseconds(CLOCK_PROCESS_CPUTIME_ID) < start + 10000 * ms) {
    have_the_kernel_work(zeros);
    in_calls += counted(ITIMER_PROF) - counted(ITIMER_VIRTUAL);
  }
  report("more on ITIMER_PROF than on ITIMER_VIRTUAL, compared with 249.999 ms", compared(in_calls, int64_t{249999}));
}
