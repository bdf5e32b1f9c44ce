// epoll_pwait reports a local stream socket as readable with bytes and as writable with room. It reports EPOLLRDHUP
// when the peer has shut down writing, EPOLLHUP when both ends have, and EPOLLERR when the peer has gone with bytes
// unread.
// Covers: epoll_pwait local sockets
#include "suite/event/states.h"

void test() {
  states::connection(states::by_epoll_pwait, setup::socketpair());
  states::full_socket(states::by_epoll_pwait);
}
