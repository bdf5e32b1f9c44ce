// If a handler raises another signal, that signal's handler interrupts it at once. If the first
// action's mask contains the other signal, its handler runs right after the first.
// Covers: rt_sigaction nested handlers, mask
#include "wali/test.h"

namespace {

Line order;

void first(int) {
  order << "1 begins, ";
  sys::kill(sys::getpid().pid(), SIGUSR2);
  sys::kill(sys::getpid().pid(), SIGTERM);
  order << "1 ends, ";
}
void second(int) { order << "2 runs, "; }
void third(int) { order << "3 runs, "; }

} // namespace

void test() {
  setup::on_signal(SIGHUP, first, 0, signal_bit(SIGTERM));
  setup::on_signal(SIGUSR2, second);
  setup::on_signal(SIGTERM, third);
  sys::kill(sys::getpid().pid(), SIGHUP);
  order << "back";
  report("order", order);
}
