// pselect6 tells of a socket without a peer, of a listener that a connection waits, and of a UDP socket
// that it has room and a datagram.
// Covers: pselect6 listeners, UDP
#include "suite/event/states.h"

void test() {
  states::listener(states::by_pselect6);
  states::datagrams(states::by_pselect6);
}
