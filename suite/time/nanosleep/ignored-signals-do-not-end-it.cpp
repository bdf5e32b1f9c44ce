// A signal that is ignored, by its default or by SIG_IGN, and one that is blocked, do not
// end a sleep.
// Covers: nanosleep ignored signals, blocked signals
#include "suite/time/nanoseconds.h"

void test() {
  setup::set_disposition(SIGUSR2, SIG_IGN);
  setup::block(SIGUSR1);
  const int parent = sys::getpid().pid();
  Event &start = setup::shared<Event>();
  Child child = setup::fork([&] {
    start.wait();
    for (int i = 0; i < 20; ++i) {
      for (int signo : {SIGUSR2, SIGUSR1, SIGURG})
        setup::require_zero("kill", sys::kill(parent, signo));
      setup::sleep_ms(5);
    }
  });
  const timespec request = to_timespec(200 * ms);
  const int64_t began = nanoseconds();
  start.set();
  report("nanosleep of 200 ms", sys::nanosleep(&request, nullptr));
  report("the time it took compared with that", compared(nanoseconds() - began, 200 * ms - 1));
  report("child", child.wait());
}
