// Signals that run no handler do not end the wait: ignored signals, blocked signals, or a stop
// and SIGCONT.
// Covers: rt_sigsuspend ignored signals, blocked signals, stop
#include "wali/test.h"

namespace {

struct Shared {
  Event ready;
  sigset handled;
  Result suspend;
};
Shared *shared;

void handler(int signo) { shared->handled |= signal_bit(signo); }

} // namespace

void test() {
  shared = &setup::shared<Shared>();
  Child child = setup::fork([] {
    setup::on_signal(SIGTERM, handler);
    setup::on_signal(SIGHUP, handler);
    setup::set_disposition(SIGUSR2, SIG_IGN);
    setup::set_mask(signal_bit(SIGTERM) | signal_bit(SIGHUP));
    shared->ready.set();
    const sigset mask = signal_bit(SIGTERM);
    shared->suspend = sys::rt_sigsuspend(&mask, 8);
  });
  shared->ready.wait();
  for (int signo : {SIGUSR2, SIGWINCH, SIGTERM, SIGSTOP})
    child.kill(signo);
  int status = 0;
  setup::require_value("wait4", sys::wait4(child.pid(), &status, WUNTRACED, nullptr), child.pid());
  report("child", WaitStatus{status});
  child.kill(SIGCONT);
  setup::require_value("wait4", sys::wait4(child.pid(), &status, WCONTINUED, nullptr), child.pid());
  report("child", WaitStatus{status});
  child.kill(SIGUSR2);
  report("handled before SIGHUP", SignalSet{shared->handled});
  child.kill(SIGHUP);
  report("child", child.wait());
  report("rt_sigsuspend", shared->suspend);
  report("handled", SignalSet{shared->handled});
}
