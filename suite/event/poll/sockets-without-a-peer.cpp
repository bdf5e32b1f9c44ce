// poll reports POLLHUP for a local stream socket without a peer, POLLIN for a listener while a connection waits, and
// POLLOUT for a UDP socket, with POLLIN when it has a datagram.
// Covers: poll listeners, UDP
#include "suite/event/states.h"

void test() {
  states::listener(states::by_poll);
  states::datagrams(states::by_poll);
}
