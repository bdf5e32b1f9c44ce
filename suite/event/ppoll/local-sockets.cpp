// ppoll reports a local stream socket as readable with bytes and as writable with room. It reports POLLRDHUP when the
// peer has shut down writing, POLLHUP when both ends have, and POLLERR when the peer has gone with bytes unread.
// Covers: ppoll local sockets
#include "suite/event/states.h"

void test() {
  states::connection(states::by_ppoll, setup::socketpair());
  states::full_socket(states::by_ppoll);
}
