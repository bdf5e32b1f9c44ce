// A timer without an interval sends one signal, and is then disarmed.
// Covers: setitimer no interval
#include "wali/test.h"

void test() {
  static int ticks;
  setup::on_signal(SIGALRM, [](int) { ++ticks; });
  setup::block(SIGALRM);
  const itimerval once = {{0, 0}, {0, 5000}}, stop = {};
  report("setitimer", sys::setitimer(ITIMER_REAL, &once, nullptr));
  const sigset none = 0;
  report("rt_sigsuspend", sys::rt_sigsuspend(&none, sizeof(none)));
  setup::unblock(SIGALRM);
  setup::sleep_ms(40);
  report("SIGALRM", ticks);
  itimerval old = {{-1, -1}, {-1, -1}};
  report("setitimer to stop", sys::setitimer(ITIMER_REAL, &stop, &old));
  report("old", old);
}
