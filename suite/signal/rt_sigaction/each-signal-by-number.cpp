// Each signal from 1 to 64 runs its handler once with its number, except SIGKILL,
// SIGSTOP and the four that an engine may reserve. A child for each signal exits with
// the sum of the numbers that its handler was given.
// Covers: rt_sigaction signals one by one
#include "wali/test.h"

namespace {

constexpr sigset left_out = signal_bit(SIGKILL) | signal_bit(SIGSTOP) | signal_bit(SIGSEGV) | signal_bit(SIGBUS) |
                            signal_bit(SIGILL) | signal_bit(SIGFPE);
int sum;

} // namespace

void test() {
  for (int signo = 1; signo <= NSIG; ++signo) {
    if (left_out & signal_bit(signo))
      continue;
    const int pid = setup::fork([=] {
                      k_sigaction action = setup::action([](int number) { sum += number; });
                      sys::rt_sigaction(signo, &action, nullptr, 8);
                      sys::kill(sys::getpid().pid(), signo);
                      return sum;
                    }).release();
    // Where the signal is not the program's, the child may be stopped instead.
    int status = 0;
    sys::wait4(pid, &status, WUNTRACED, nullptr);
    report(label(signo, " ", Signal{signo}), WaitStatus{status});
    sys::kill(pid, SIGKILL);
  }
}
