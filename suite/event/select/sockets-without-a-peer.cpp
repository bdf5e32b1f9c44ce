// select reports a local stream socket without a peer as readable and writable, a listener as readable while a
// connection waits, and a UDP socket as writable, and readable when it has a datagram.
// Covers: select listeners, UDP
#include "suite/event/states.h"

void test() {
  states::listener(states::by_select);
  states::datagrams(states::by_select);
}
