// The request of nanosleep and what remains may be one object. After a handler it holds what remains.
// Covers: nanosleep EINTR, remaining time, one object
#include "suite/time/slack.h"
#include "wali/test.h"

void test() {
  static int handled;
  setup::on_signal(SIGUSR2, [](int) {
    if (++handled == 200) // the sleep goes on for all that
      leave(100);
  });
  without_slack();
  Guarded<timespec> time;
  *time = {600, 0};
  {
    Interrupter interrupter(SIGUSR2);
    report("nanosleep", sys::nanosleep(&time, &time));
  }
  report_walls("walls", time);
  report("remaining compared with the request", compared(*time, timespec{600, 0}));
  report("remaining compared with half of it", compared(*time, timespec{300, 0}));
}
