// A handler without SA_RESTART ends FUTEX_WAIT with -EINTR.
// Covers: futex EINTR
#include "wali/test.h"

namespace {

volatile int runs;
int word;

// A wait that goes on for all that is woken in the end.
void handler(int) {
  runs = runs + 1;
  if (runs == 100)
    sys::futex(&word, FUTEX_WAKE, 1, nullptr, nullptr, 0);
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, handler);
  Interrupter interrupter(SIGUSR2);
  runs = 0;
  report("FUTEX_WAIT", sys::futex(&word, FUTEX_WAIT, 0, nullptr, nullptr, 0));
  report("handler runs", int{runs});
}
