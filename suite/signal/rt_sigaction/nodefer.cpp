// While a handler runs, its own signal waits unless the action has SA_NODEFER. A signal in the
// action's mask waits even then.
// Covers: rt_sigaction SA_NODEFER
#include "wali/test.h"

namespace {

int runs, depth, deepest;

// Raises its own signal until it has run five times.
void handler(int signo) {
  if (++depth > deepest)
    deepest = depth;
  if (++runs < 5)
    sys::kill(sys::getpid().pid(), signo);
  --depth;
}

void report_depth(const char *name, uint64_t flags, sigset mask) {
  runs = deepest = 0;
  setup::on_signal(SIGUSR2, handler, flags, mask);
  setup::require_zero("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  report(label(name, ", runs"), runs);
  report(label(name, ", deepest"), deepest);
}

} // namespace

void test() {
  report_depth("no flag", 0, 0);
  report_depth("SA_NODEFER", SA_NODEFER, 0);
  report_depth("SA_NODEFER and in the mask", SA_NODEFER, signal_bit(SIGUSR2));
}
