// A program starts with every signal at its default action, whatever the engine's own runtime needs. A write to a
// pipe without a reader ends it.
// Covers: start signal dispositions, SIGPIPE
#include "wali/test.h"

void test() {
  sigset ignored = 0, caught = 0;
  for (int signo = 1; signo <= NSIG; ++signo) {
    k_sigaction action = {};
    if (signo != SIGKILL && signo != SIGSTOP)
      setup::require_zero("rt_sigaction", sys::rt_sigaction(signo, nullptr, &action, 8));
    if (action.handler == SIG_IGN)
      ignored |= signal_bit(signo);
    else if (action.handler != SIG_DFL)
      caught |= signal_bit(signo);
  }
  report("ignored", SignalSet{ignored});
  report("caught", SignalSet{caught});
  Pipe pipe = setup::pipe();
  pipe.read.reset();
  Child child = setup::fork([&] {
    sys::write(pipe.write, "lost", 4);
    return 7;
  });
  report("child that writes to a pipe without a reader", child.wait());
}
