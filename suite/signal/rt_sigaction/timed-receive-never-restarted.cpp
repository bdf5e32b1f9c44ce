// A signal handler ends a receive that has a timeout with -EINTR, even with SA_RESTART.
// Covers: rt_sigaction SA_RESTART, EINTR all the same
// Covers: recvfrom EINTR, SO_RCVTIMEO
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
  const timeval patience = {1000, 0};
  setup::set_option(sockets.first, SOL_SOCKET, SO_RCVTIMEO, patience);
  char byte;
  setup::on_signal(SIGUSR2, handler, SA_RESTART);
  Interrupter interrupter(SIGUSR2);
  runs = 0;
  report("recvfrom", sys::recvfrom(sockets.first, &byte, 1, 0, nullptr, nullptr));
  report("handler runs", int{runs});
}
