// A signal handler ends epoll_pwait with -EINTR, even with SA_RESTART.
// Covers: rt_sigaction SA_RESTART, EINTR all the same
// Covers: epoll_pwait EINTR
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
  Fd epoll = setup::epoll();
  epoll_event event;
  setup::on_signal(SIGUSR2, handler, SA_RESTART);
  Interrupter interrupter(SIGUSR2);
  runs = 0;
  report("epoll_pwait", sys::epoll_pwait(epoll, &event, 1, -1, nullptr, 0));
  report("handler runs", int{runs});
}
