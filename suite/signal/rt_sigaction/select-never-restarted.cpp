// A signal handler ends select with -EINTR, even with SA_RESTART.
// Covers: rt_sigaction SA_RESTART, EINTR all the same
// Covers: select EINTR
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
  setup::on_signal(SIGUSR2, handler, SA_RESTART);
  Interrupter interrupter(SIGUSR2);
  runs = 0;
  report("select", sys::select(0, nullptr, nullptr, nullptr, nullptr));
  report("handler runs", int{runs});
}
