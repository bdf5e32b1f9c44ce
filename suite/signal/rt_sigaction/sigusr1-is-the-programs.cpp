// SIGUSR1 belongs to the program: its handler runs once with its number, and the action
// that the program set comes back.
// Covers: rt_sigaction SIGUSR1
#include "wali/test.h"

void test() {
  static int number, runs;
  k_sigaction action = setup::action([](int signo) { number = signo, ++runs; });
  k_sigaction old = {};
  report("rt_sigaction", sys::rt_sigaction(SIGUSR1, &action, &old, 8));
  report("before", old);
  report("kill", sys::kill(sys::getpid().pid(), SIGUSR1));
  report("runs", runs);
  report("number", Signal{number});
  report("rt_sigaction, asked", sys::rt_sigaction(SIGUSR1, nullptr, &old, 8));
  report("after", old);
}
