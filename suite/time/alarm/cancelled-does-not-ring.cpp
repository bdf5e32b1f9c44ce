// A timer that alarm(0) has cancelled sends no SIGALRM when its time comes.
// Covers: alarm cancel, SIGALRM
#include "suite/time/nanoseconds.h"

void test() {
  static int rings;
  setup::on_signal(SIGALRM, [](int) { ++rings; });
  const itimerval soon = {{0, 0}, {0, 100000}};
  Result cancelled;
  int64_t begin;
  do { // on a machine that stood still until the timer rang, once more
    rings = 0;
    begin = nanoseconds();
    setup::require_zero("setitimer", sys::setitimer(ITIMER_REAL, &soon, nullptr));
    cancelled = sys::alarm(0);
  } while (nanoseconds() - begin > 50 * ms);
  report("alarm(0)", cancelled);
  setup::sleep_ms(200);
  report("SIGALRM", rings);
  report("alarm(0) again", sys::alarm(0));
}
