// A handler ends a sleep with EINTR. nanosleep stores the remaining time with its nanoseconds,
// which is more than 0 and less than was asked for. If it cannot store it, the result is EFAULT.
// Covers: nanosleep EINTR, EFAULT, remaining time
#include "suite/time/slack.h"
#include "wali/test.h"

void test() {
  static int handled;
  setup::on_signal(SIGUSR2, [](int) {
    if (++handled == 200) // the sleeps go on for all that
      leave(100);
  });
  without_slack();
  const timespec request = {600, 0};
  Guarded<timespec> remaining;
  {
    Interrupter interrupter(SIGUSR2);
    report("nanosleep", sys::nanosleep(&request, &remaining));
    report("with a bad address for what remains",
           sys::nanosleep(&request, static_cast<timespec *>(setup::bad_address())));
  }
  report_walls("walls", remaining);
  report("remaining compared with the request", compared(*remaining, request));
  report("remaining compared with half of it", compared(remaining->tv_sec, request.tv_sec / 2));
  report("nanoseconds compared with none", compared(remaining->tv_nsec, int64_t{0}));
  report("nanoseconds compared with a second", compared(remaining->tv_nsec, int64_t{1000000000}));
  report("handler runs", handled);
}
