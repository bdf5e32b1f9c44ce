// In one process every signal from 1 to 64 runs its handler once, with its number,
// except SIGKILL, SIGSTOP and the four that an engine may reserve.
// Covers: rt_sigaction signals 1 to 64, signals 32 to 34
#include "wali/test.h"

void test() {
  constexpr sigset left_out = signal_bit(SIGKILL) | signal_bit(SIGSTOP) | signal_bit(SIGSEGV) | signal_bit(SIGBUS) |
                              signal_bit(SIGILL) | signal_bit(SIGFPE);
  static sigset ran, ran_twice;
  sigset installed = 0, ran_in_time = 0;
  for (int signo = 1; signo <= NSIG; ++signo) {
    if (left_out & signal_bit(signo))
      continue;
    k_sigaction action = setup::action([](int number) {
      ran_twice |= ran & signal_bit(number);
      ran |= signal_bit(number);
    });
    if (sys::rt_sigaction(signo, &action, nullptr, 8).value == 0)
      installed |= signal_bit(signo);
    setup::require_zero("kill", sys::kill(sys::getpid().pid(), signo));
    ran_in_time |= ran & signal_bit(signo);
  }
  report("left out", SignalSet{left_out});
  report("not installed", SignalSet{~left_out & ~installed});
  report("not run", SignalSet{~left_out & ~ran_in_time});
  report("run twice", SignalSet{ran_twice});
  report("run unasked", SignalSet{left_out & ran});
}
