// poll reports local SOCK_SEQPACKET and SOCK_DGRAM sockets as readable with data and as writable with room. A
// SOCK_SEQPACKET socket has POLLRDHUP when its peer has shut down writing, and POLLHUP when both ends have.
// Covers: poll SOCK_SEQPACKET, SOCK_DGRAM
#include "suite/event/states.h"

void test() {
  states::connection(states::by_poll, setup::socketpair(SOCK_SEQPACKET));
  states::local_datagrams(states::by_poll);
}
