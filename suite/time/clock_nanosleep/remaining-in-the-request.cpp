// The request and what remains may be one object: after a handler it holds what remains.
// Covers: clock_nanosleep EINTR, CLOCK_REALTIME, remaining time, one object
#include "wali/test.h"

void test() {
  static int handled;
  setup::on_signal(SIGUSR2, [](int) {
    if (++handled == 200) // the sleep goes on for all that
      leave(100);
  });
  Guarded<timespec> time;
  *time = {600, 0};
  {
    Interrupter interrupter(SIGUSR2);
    report("clock_nanosleep", sys::clock_nanosleep(CLOCK_REALTIME, 0, &time, &time));
  }
  report_walls("walls", time);
  report("remaining compared with a second more than the request", compared(*time, timespec{601, 0}));
  report("remaining compared with half of it", compared(*time, timespec{300, 0}));
}
