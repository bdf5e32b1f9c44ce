// A signal whose default action ends the process ends it in rt_sigsuspend;
// SIGKILL does so with every signal in the mask.
// Covers: rt_sigsuspend default action, SIGKILL
#include "wali/test.h"

void test() {
  for (int signo : {SIGTERM, SIGKILL, 36}) {
    Event &ready = setup::shared<Event>();
    Child child = setup::fork([&] {
      setup::set_mask(~sigset{0});
      ready.set();
      const sigset mask = signo == SIGKILL ? ~sigset{0} : ~signal_bit(signo);
      return sys::rt_sigsuspend(&mask, 8).ok() ? 1 : 2;
    });
    ready.wait();
    child.kill(signo);
    report(label("child after ", Signal{signo}), child.wait());
  }
}
