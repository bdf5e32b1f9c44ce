// Each signal with its default action does to a process what signal(7) says: most
// signals end it, four stop it, and four are ignored.
// Covers: kill default actions
#include "wali/test.h"

void test() {
  constexpr sigset left_out = signal_bit(SIGSEGV) | signal_bit(SIGBUS) | signal_bit(SIGILL) | signal_bit(SIGFPE);
  sigset ended = 0, stopped = 0, ignored = 0;
  for (int signo = 1; signo <= NSIG; ++signo) {
    if (left_out & signal_bit(signo))
      continue;
    int pid = setup::split();
    if (pid == 0) {
      sys::setpgid(0, 0); // a group whose parent is in another: terminal stops act on it
      sys::kill(sys::getpid().pid(), signo);
      leave(3);
    }
    int status = 0;
    setup::require_value("wait4", sys::wait4(pid, &status, WUNTRACED, nullptr), pid);
    if ((status & 0x7f) == signo)
      ended |= signal_bit(signo);
    if (status == 3 << 8)
      ignored |= signal_bit(signo);
    if (status == (signo << 8 | 0x7f)) {
      stopped |= signal_bit(signo);
      sys::kill(pid, SIGKILL);
      sys::wait4(pid, nullptr, 0, nullptr);
    }
  }
  report("left out", SignalSet{left_out});
  report("ignored", SignalSet{ignored});
  report("stopped by", SignalSet{stopped});
  report("not ended by", SignalSet{~ended});
}
