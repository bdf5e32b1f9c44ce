// A handler without SA_RESTART ends FUTEX_WAIT with -EINTR.
// Covers: futex EINTR
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
  setup::on_signal(SIGUSR2, handler);
  Interrupter interrupter(SIGUSR2);
  runs = 0;
  report("FUTEX_WAIT", sys::futex(&word, FUTEX_WAIT, 0, nullptr, nullptr, 0));
  report("handler runs", int{runs});
}
