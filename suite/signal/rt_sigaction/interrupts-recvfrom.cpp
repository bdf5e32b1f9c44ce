// A handler without SA_RESTART ends a wait for bytes of a socket with -EINTR.
// Covers: rt_sigaction interrupted call
// Covers: recvfrom EINTR
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
  SocketPair sockets = setup::socketpair();
  char byte;
  setup::on_signal(SIGUSR2, handler);
  Interrupter interrupter(SIGUSR2);
  runs = 0;
  report("recvfrom", sys::recvfrom(sockets.first, &byte, 1, 0, nullptr, nullptr));
  report("handler runs", int{runs});
}
