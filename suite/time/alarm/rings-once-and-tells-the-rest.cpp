// alarm gives back what remained of the earlier one, in seconds; one of 0
// cancels; SIGALRM comes once.
// Covers: alarm remaining, cancel, SIGALRM
#include "wali/test.h"

void test() {
  static int rung;
  setup::on_signal(SIGALRM, [](int) { ++rung; });
  setup::on_signal(SIGUSR2, [](int) {});
  setup::set_mask(signal_bit(SIGALRM) | signal_bit(SIGUSR2));
  report("alarm", sys::alarm(1000));
  report("alarm that replaces it", sys::alarm(500));
  report("alarm that cancels", sys::alarm(0));
  report("alarm with none set", sys::alarm(1));
  const int self = sys::getpid().pid();
  Child patience = setup::fork([=] { // for an alarm that never rings
    setup::sleep_ms(6000);
    sys::kill(self, SIGUSR2);
  });
  const sigset none = 0;
  report("rt_sigsuspend", sys::rt_sigsuspend(&none, sizeof(none)));
  report("times rung", rung);
  report("alarm afterwards", sys::alarm(0));
}
