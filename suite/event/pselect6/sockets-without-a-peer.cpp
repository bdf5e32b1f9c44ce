// pselect6 reports a local stream socket without a peer as readable and writable, a listener as readable while a
// connection waits, and a UDP socket as writable, and readable when it has a datagram.
// Covers: pselect6 listeners, UDP
#include "suite/event/states.h"

void test() {
  states::listener(states::by_pselect6);
  states::datagrams(states::by_pselect6);
}
