// Handlers for many signals at once.
#pragma once

#include "wali/test.h"

namespace wali {

// The signals that an engine may reserve, and those that nobody can catch.
constexpr sigset not_the_programs = signal_bit(SIGSEGV) | signal_bit(SIGBUS) | signal_bit(SIGILL) | signal_bit(SIGFPE) |
                                    signal_bit(SIGKILL) | signal_bit(SIGSTOP);

// A line for each signal from `first` to `last` but those of `left_out`. A child of its own has a
// handler for all of them, raises the one, and exits with the sum of the numbers that its handler
// was given.
inline void report_each_signal(int first, int last, sigset left_out = 0) {
  static int sum;
  for (int signo = first; signo <= last; ++signo) {
    if (left_out & signal_bit(signo))
      continue;
    const int pid = setup::fork([=] {
                      const k_sigaction action = setup::action([](int number) { sum += number; });
                      for (int other = first; other <= last; ++other)
                        sys::rt_sigaction(other, &action, nullptr, 8);
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

} // namespace wali
