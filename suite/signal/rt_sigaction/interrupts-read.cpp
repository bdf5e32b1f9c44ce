// A handler without SA_RESTART ends a read that waits with -EINTR.
// Covers: rt_sigaction interrupted call
// Covers: read EINTR
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
  Pipe empty = setup::pipe();
  char byte;
  setup::on_signal(SIGUSR2, handler);
  Interrupter interrupter(SIGUSR2);
  runs = 0;
  report("read", sys::read(empty.read, &byte, 1));
  report("handler runs", int{runs});
}
