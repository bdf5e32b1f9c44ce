// A later alarm replaces the earlier one: a second that was set first brings no signal.
// Covers: alarm replaces
#include "wali/test.h"

void test() {
  static int rings;
  setup::on_signal(SIGALRM, [](int) { ++rings; });
  report("alarm(1)", sys::alarm(1));
  report("alarm(1000)", sys::alarm(1000));
  setup::sleep_ms(1300);
  report("SIGALRM", rings);
  report("alarm(0)", sys::alarm(0));
}
