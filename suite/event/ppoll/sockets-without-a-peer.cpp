// ppoll tells of a socket without a peer that it has hung up, of a listener that a connection
// waits, and of a UDP socket that it has room and a datagram.
// Covers: ppoll listeners, UDP
#include "suite/event/states.h"

void test() {
  states::listener(states::by_ppoll);
  states::datagrams(states::by_ppoll);
}
