// alarm returns the time that is left of the earlier alarm, not the time that it was set to.
// Covers: alarm remaining
#include "wali/test.h"

void test() {
  Result left;
  timespec begin, end;
  do { // alarm rounds to whole seconds: on a machine that stood still meanwhile, once more
    begin = setup::now();
    setup::require_count("alarm", sys::alarm(1000), 1000);
    setup::sleep_ms(800);
    left = sys::alarm(0);
    end = setup::now();
  } while ((end.tv_sec - begin.tv_sec) * 1000000000 + end.tv_nsec - begin.tv_nsec > 1400000000);
  report("alarm after 0.8 seconds", left);
}
