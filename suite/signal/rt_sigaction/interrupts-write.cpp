// A handler without SA_RESTART ends a write into a full pipe with -EINTR.
// Covers: rt_sigaction interrupted call
// Covers: write EINTR
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
  Pipe full = setup::pipe(O_NONBLOCK);
  setup::fill(full.write);
  setup::set_status_flags(full.write, 0);
  static char bytes[4096];
  setup::on_signal(SIGUSR2, handler);
  Interrupter interrupter(SIGUSR2);
  runs = 0;
  report("write", sys::write(full.write, bytes, sizeof(bytes)));
  report("handler runs", int{runs});
}
