// Signals that run no handler do not end the wait: neither ignored ones, nor
// blocked ones, nor a stop and its continuation.
// Covers: rt_sigsuspend ignored signals, blocked signals, stop
#include "wali/test.h"

namespace {

// The signals handled, two decimal digits each.
int handled;

void handler(int signo) { handled = handled * 100 + signo; }

} // namespace

void test() {
  Event &ready = setup::shared<Event>();
  Child child = setup::fork([&] {
    setup::on_signal(SIGTERM, handler);
    setup::on_signal(SIGHUP, handler);
    setup::set_disposition(SIGUSR2, SIG_IGN);
    setup::set_mask(signal_bit(SIGTERM) | signal_bit(SIGHUP));
    ready.set();
    const sigset mask = signal_bit(SIGTERM);
    return sys::rt_sigsuspend(&mask, 8).value == -EINTR ? handled : 99;
  });
  ready.wait();
  for (int signo : {SIGUSR2, SIGWINCH, SIGTERM, SIGSTOP})
    child.kill(signo);
  int status = 0;
  setup::require_value("wait4", sys::wait4(child.pid(), &status, WUNTRACED, nullptr), child.pid());
  report("child", WaitStatus{status});
  child.kill(SIGCONT);
  setup::require_value("wait4", sys::wait4(child.pid(), &status, WCONTINUED, nullptr), child.pid());
  report("child", WaitStatus{status});
  child.kill(SIGUSR2);
  child.kill(SIGHUP);
  report("child, with the signals handled or 99", child.wait());
}
