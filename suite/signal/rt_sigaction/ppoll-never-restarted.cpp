// A signal handler ends ppoll with -EINTR, even with SA_RESTART.
// Covers: rt_sigaction SA_RESTART, EINTR all the same
// Covers: ppoll EINTR
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
  report("ppoll", sys::ppoll(nullptr, 0, nullptr, nullptr, 0));
  report("handler runs", int{runs});
}
