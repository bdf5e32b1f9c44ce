// A signal handler ends FUTEX_WAIT with a timeout with -EINTR, even with SA_RESTART.
// Covers: futex EINTR, timeout, SA_RESTART
#include "wali/test.h"

namespace {

volatile int runs;
int word;

// By the hundredth run the wait must have been interrupted; if not, it finds another value.
void handler(int) {
  runs = runs + 1;
  if (runs == 100)
    __atomic_store_n(&word, 1, __ATOMIC_RELEASE);
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, handler, SA_RESTART);
  const timespec long_time = {1000, 0};
  Interrupter interrupter(SIGUSR2);
  runs = 0;
  report("FUTEX_WAIT", sys::futex(&word, FUTEX_WAIT, 0, &long_time, nullptr, 0));
  report("handler runs", int{runs});
}
