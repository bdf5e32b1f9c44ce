// The lowest of several pending signals is taken first. The next signal interrupts its handler before it has begun,
// unless its mask blocks that signal.
// Covers: rt_sigaction order of delivery
#include "wali/test.h"

namespace {

Line order;

void handler(int signo) { order << (order.text().size ? " then " : "") << Signal{signo}; }

void deliver(const char *name, sigset mask) {
  order = {};
  const sigset all = signal_bit(SIGHUP) | signal_bit(SIGUSR2) | signal_bit(SIGTERM) | signal_bit(50);
  setup::set_mask(all);
  for (int signo : {SIGTERM, 50, SIGHUP, SIGUSR2}) {
    setup::on_signal(signo, handler, 0, mask & all);
    setup::require_zero("kill", sys::kill(sys::getpid().pid(), signo));
  }
  setup::set_mask(0);
  report(name, order);
}

} // namespace

void test() {
  deliver("each blocks the others", ~sigset{0});
  deliver("none blocks the others", 0);
}
