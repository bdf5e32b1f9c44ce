// ppoll reports POLLIN and POLLRDHUP for a local stream or TCP socket that has shut down its own reading. One that
// has shut down its own writing still reports POLLOUT, POLLIN for what arrives, and POLLHUP at end of file.
// Covers: ppoll shutdown of one's own half
#include "suite/event/states.h"

void test() {
  states::own_halves(states::by_ppoll, setup::socketpair(), setup::socketpair());
  states::own_halves(states::by_ppoll, setup::tcp_pair(), setup::tcp_pair());
}
