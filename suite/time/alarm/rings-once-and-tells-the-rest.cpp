// alarm returns how many seconds the earlier alarm had left, 0 cancels it, and an alarm sends
// SIGALRM once.
// Covers: alarm remaining, cancel, SIGALRM
#include "wali/test.h"

void test() {
  static int rung;
  setup::on_signal(SIGALRM, [](int) { ++rung; });
  setup::on_signal(SIGUSR2, [](int) {});
  setup::set_mask(signal_bit(SIGALRM) | signal_bit(SIGUSR2));
  Result first, second, third;
  timespec begin, end;
  do { // alarm rounds to whole seconds: on a machine that stood still meanwhile, once more
    begin = setup::now();
    first = sys::alarm(1000);
    second = sys::alarm(500);
    third = sys::alarm(0);
    end = setup::now();
  } while ((end.tv_sec - begin.tv_sec) * 1000000000 + end.tv_nsec - begin.tv_nsec > 400000000);
  report("alarm", first);
  report("alarm that replaces it", second);
  report("alarm that cancels", third);
  report("alarm with none set", sys::alarm(1));
  const int self = sys::getpid().pid();
  Child patience = setup::fork([=] { // for an alarm that never rings
    setup::sleep_ms(6000);
    sys::kill(self, SIGUSR2);
  });
  const sigset none = 0;
  report("rt_sigsuspend", sys::rt_sigsuspend(&none, sizeof(none)));
  report("signals", rung);
  report("alarm afterwards", sys::alarm(0));
}
