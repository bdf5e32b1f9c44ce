// A signal whose default action ends the process does so in rt_sigsuspend too. SIGKILL
// does so although the mask has every signal.
// Covers: rt_sigsuspend default action, SIGKILL
#include "wali/test.h"

void test() {
  for (int signo : {SIGTERM, SIGKILL, 36}) {
    Event &ready = setup::shared<Event>();
    Child child = setup::fork([&] {
      setup::set_mask(~sigset{0});
      ready.set();
      const sigset mask = signo == SIGKILL ? ~sigset{0} : ~signal_bit(signo);
      sys::rt_sigsuspend(&mask, 8);
    });
    ready.wait();
    child.kill(signo);
    report(label("child after ", Signal{signo}), child.wait());
  }
}
