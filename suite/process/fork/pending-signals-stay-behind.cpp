// A signal that waits for the parent, or for its thread, is taken by the parent alone: a child that
// unblocks it runs no handler.
// Covers: fork pending signals
#include "wali/test.h"

namespace {

int runs;

} // namespace

void test() {
  setup::on_signal(SIGUSR2, [](int) { ++runs; });
  setup::block(SIGUSR2);
  report("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  report("tkill", sys::tkill(sys::gettid().pid(), SIGUSR2));
  setup::in_child([] {
    setup::unblock(SIGUSR2);
    report("runs in the child", runs);
  });
  setup::unblock(SIGUSR2);
  report("runs in the parent", runs);
}
