// The signal that PR_SET_PDEATHSIG sets comes when the parent ends, and not before.
// Covers: prctl PR_SET_PDEATHSIG delivery
#include "wali/test.h"

void test() {
  Pipe ready = setup::pipe();
  struct Seen {
    SignalSet before;
    int signo;
  };
  auto &seen = setup::shared<Seen>();
  Child child = setup::fork([&] {
    if (setup::split() == 0) {
      setup::block(SIGUSR2);
      static int handled;
      setup::on_signal(SIGUSR2, [](int signo) { handled = signo; });
      setup::require_zero("prctl", sys::prctl(PR_SET_PDEATHSIG, SIGUSR2, 0, 0, 0));
      seen.before = setup::pending_signals();
      setup::write_all(ready.write, "x");
      const sigset none = 0;
      sys::rt_sigsuspend(&none, sizeof(none));
      seen.signo = handled;
      setup::write_all(ready.write, "y");
      leave(0);
    }
    char byte;
    sys::read(ready.read, &byte, 1);
  });
  report("child", child.wait());
  char byte;
  report("the grandchild goes on", sys::read(ready.read, &byte, 1));
  report("pending before the parent ends", seen.before);
  report("signal when it has ended", Signal{seen.signo});
}
