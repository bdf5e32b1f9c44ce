// A signal handler ends clock_nanosleep with -EINTR, even with SA_RESTART.
// Covers: rt_sigaction SA_RESTART, EINTR all the same
// Covers: clock_nanosleep EINTR
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
  const timespec long_time = {1000, 0};
  setup::on_signal(SIGUSR2, handler, SA_RESTART);
  Interrupter interrupter(SIGUSR2);
  runs = 0;
  report("clock_nanosleep", sys::clock_nanosleep(CLOCK_MONOTONIC, 0, &long_time, nullptr));
  report("handler runs", int{runs});
}
