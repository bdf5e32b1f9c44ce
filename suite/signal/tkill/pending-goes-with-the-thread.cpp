// A signal that is pending for a thread goes with it: it is not pending for anybody when the thread
// has ended, and no handler runs.
// Covers: tkill thread that ends
#include "wali/test.h"

namespace {

int runs;
SignalSet pending;

void block_and_end(void *) {
  setup::block(SIGUSR2);
  setup::require_zero("tkill", sys::tkill(sys::gettid().pid(), SIGUSR2));
  pending = setup::pending_signals();
  sys::exit(0);
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, [](int) { ++runs; });
  setup::await_exit(setup::start_thread(block_and_end));
  report("pending in the thread", pending);
  report("pending here", setup::pending_signals());
  report("runs", runs);
}
