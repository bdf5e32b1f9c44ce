// epoll_pwait tells of a socket without a peer, of a listener that a connection waits, and of a UDP socket
// that it has room and a datagram.
// Covers: epoll_pwait listeners, UDP
#include "suite/event/states.h"

void test() {
  states::listener(states::by_epoll_pwait);
  states::datagrams(states::by_epoll_pwait);
}
