// epoll_pwait reports local SOCK_SEQPACKET and SOCK_DGRAM sockets as readable with data and as writable with room. A
// SOCK_SEQPACKET socket has EPOLLRDHUP when its peer has shut down writing, and EPOLLHUP when both ends have.
// Covers: epoll_pwait SOCK_SEQPACKET, SOCK_DGRAM
#include "suite/event/states.h"

void test() {
  states::connection(states::by_epoll_pwait, setup::socketpair(SOCK_SEQPACKET));
  states::local_datagrams(states::by_epoll_pwait);
}
