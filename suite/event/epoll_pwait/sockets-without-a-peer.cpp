// epoll_pwait reports EPOLLHUP for a local stream socket without a peer, EPOLLIN for a listener while a connection
// waits, and EPOLLOUT for a UDP socket, with EPOLLIN when it has a datagram.
// Covers: epoll_pwait listeners, UDP
#include "suite/event/states.h"

void test() {
  states::listener(states::by_epoll_pwait);
  states::datagrams(states::by_epoll_pwait);
}
