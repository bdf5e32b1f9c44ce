// A handler without SA_RESTART ends a wait for a connection with -EINTR.
// Covers: rt_sigaction interrupted call
// Covers: accept EINTR
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
  setup::Listener listener = setup::tcp_listener();
  setup::on_signal(SIGUSR2, handler);
  Interrupter interrupter(SIGUSR2);
  runs = 0;
  report("accept", sys::accept(listener.socket, nullptr, nullptr));
  report("handler runs", int{runs});
}
