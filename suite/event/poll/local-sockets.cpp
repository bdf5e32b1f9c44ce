// poll reports a local stream socket as readable with bytes and as writable with room. It reports POLLRDHUP when the
// peer has shut down writing, POLLHUP when both ends have, and POLLERR when the peer has gone with bytes unread.
// Covers: poll local sockets, POLLRDHUP, POLLHUP
#include "suite/event/states.h"

void test() {
  states::connection(states::by_poll, setup::socketpair());
  states::full_socket(states::by_poll);
}
