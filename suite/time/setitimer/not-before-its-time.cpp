// ITIMER_REAL sends its signal when its time is over and not before, by the microsecond. Each interval after it lasts
// as long as was set.
// Covers: setitimer ITIMER_REAL, duration
#include "suite/time/nanoseconds.h"

void test() {
  static int64_t came;
  static int ticks;
  setup::on_signal(SIGALRM, [](int) {
    came = nanoseconds();
    ++ticks;
  });
  setup::block(SIGALRM);
  const itimerval timer = {{0, 20000}, {0, 30001}}, stop = {};
  const int64_t start = nanoseconds();
  report("setitimer", sys::setitimer(ITIMER_REAL, &timer, nullptr));
  const sigset none = 0;
  sys::rt_sigsuspend(&none, sizeof(none));
  report("the first compared with 30.001 ms", compared(came - start, 30001 * 1000 - int64_t{1}));
  while (ticks < 4)
    sys::rt_sigsuspend(&none, sizeof(none));
  report("the fourth compared with 90.001 ms", compared(came - start, 90001 * 1000 - int64_t{1}));
  report("setitimer to stop", sys::setitimer(ITIMER_REAL, &stop, nullptr));
}
