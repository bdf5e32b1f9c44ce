// epoll_pwait tells of a local stream socket that it has bytes and room, that its peer has shut its half,
// that both have, and that the peer has gone and left what it had not read.
// Covers: epoll_pwait local sockets
#include "suite/event/states.h"

void test() {
  states::connection(states::by_epoll_pwait, setup::socketpair());
  states::full_socket(states::by_epoll_pwait);
}
