// A sleep that a handler interrupts ends with EINTR and says what remained:
// less than was asked for, more than nothing.
// Covers: nanosleep EINTR, remaining time
#include "wali/test.h"

void test() {
  static int handled;
  setup::on_signal(SIGUSR1, [](int) { ++handled; });
  const timespec request = {600, 0};
  Guarded<timespec> remaining;
  {
    Interrupter interrupter(SIGUSR1);
    report("nanosleep", sys::nanosleep(&request, &remaining));
  }
  report_walls("walls", remaining);
  report("remaining against a second more than the request", compared(remaining->tv_sec, request.tv_sec + 1));
  report("remaining against half of it", compared(remaining->tv_sec, request.tv_sec / 2));
  report("handler runs against none", compared(handled, 0));
}
