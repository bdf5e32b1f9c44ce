// A handler without SA_RESTART ends a wait for a child with -EINTR.
// Covers: rt_sigaction interrupted call
// Covers: wait4 EINTR
#include "wali/test.h"

namespace {

volatile int runs;

// By the hundredth run the call must have been interrupted; if not, the program ends.
void handler(int) {
  runs = runs + 1;
  if (runs == 100)
    leave(100);
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, handler);
  Interrupter interrupter(SIGUSR2);
  runs = 0;
  report("wait4", sys::wait4(-1, nullptr, 0, nullptr));
  report("handler runs", int{runs});
}
