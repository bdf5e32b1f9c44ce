// When a handler returns, local variables, results and the mask are as they were, at several
// depths of nesting.
// Covers: rt_sigreturn return from a handler
#include "wali/test.h"

namespace {

volatile int depth;

__attribute__((noinline)) uint64_t work(uint64_t seed) {
  volatile uint64_t values[16];
  for (volatile uint64_t &value : values)
    value = seed = seed * 6364136223846793005 + 1442695040888963407;
  sys::kill(sys::getpid().pid(), SIGTERM);
  uint64_t sum = 0;
  for (volatile uint64_t &value : values)
    sum += value;
  return sum;
}

void handler(int) {
  depth = depth + 1;
  if (depth < 20)
    work(static_cast<uint64_t>(depth));
}

} // namespace

void test() {
  setup::on_signal(SIGTERM, handler, SA_NODEFER, signal_bit(SIGUSR2));
  setup::set_mask(signal_bit(SIGHUP));
  depth = 20; // the handler only returns
  uint64_t alone = work(5);
  depth = 0;
  uint64_t interrupted = work(5);
  report("depth", int{depth});
  report("result of one handler", alone);
  report("result of nested handlers", interrupted);
  sigset mask = 0;
  report("rt_sigprocmask", sys::rt_sigprocmask(SIG_BLOCK, nullptr, &mask, 8));
  report("mask", SignalSet{mask});
}
