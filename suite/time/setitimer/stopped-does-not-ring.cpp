// A timer that setitimer has stopped sends no signal when its time comes, nor later by its interval.
// Covers: setitimer ITIMER_REAL, stop, SIGALRM
#include "suite/time/nanoseconds.h"

void test() {
  static int rings;
  setup::on_signal(SIGALRM, [](int) { ++rings; });
  const itimerval soon = {{0, 20000}, {0, 100000}}, stop = {};
  Result stopped;
  int64_t begin;
  do { // on a machine that stood still until the timer rang, once more
    rings = 0;
    begin = nanoseconds();
    setup::require_zero("setitimer", sys::setitimer(ITIMER_REAL, &soon, nullptr));
    stopped = sys::setitimer(ITIMER_REAL, &stop, nullptr);
  } while (nanoseconds() - begin > 50 * ms);
  report("setitimer to stop", stopped);
  setup::sleep_ms(200);
  report("SIGALRM", rings);
  Guarded<itimerval> old;
  report("setitimer to stop again", sys::setitimer(ITIMER_REAL, &stop, &old));
  report("old", *old);
}
