// Each of thousands of signals interrupts a loop that makes no call, though each comes when
// the handler of the one before is about to return.
// Covers: stress signals to a loop without calls
#include "suite/scenario/stress/aim.h"

namespace {

volatile int handled;
int rounds;
Aim aim;

// The next signal stays pending until this handler has returned.
void handler(int) {
  handled = handled + 1;
  if (handled == rounds)
    return;
  aim.shoot();
  sigset pending = 0;
  setup::require_zero("rt_sigpending", sys::rt_sigpending(&pending, sizeof(pending)));
  aim.learn(pending != 0);
}

} // namespace

void test() {
  rounds = setup::rounds(3000);
  setup::on_signal(SIGALRM, handler);
  aim.shoot();
  while (handled < rounds) {
  }
  report("signals handled too often", handled - rounds);
}
