// poll tells of a socket without a peer that it has hung up, of a listener that a connection
// waits, and of a UDP socket that it has room and a datagram.
// Covers: poll listeners, UDP
#include "suite/event/states.h"

void test() {
  states::listener(states::by_poll);
  states::datagrams(states::by_poll);
}
