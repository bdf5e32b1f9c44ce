// epoll_pwait reports EPOLLIN and EPOLLRDHUP for a local stream or TCP socket that has shut down its own reading. One
// that has shut down its own writing still reports EPOLLOUT, EPOLLIN for what arrives, and EPOLLHUP at end of file.
// Covers: epoll_pwait shutdown of one's own half
#include "suite/event/states.h"

void test() {
  states::own_halves(states::by_epoll_pwait, setup::socketpair(), setup::socketpair());
  states::own_halves(states::by_epoll_pwait, setup::tcp_pair(), setup::tcp_pair());
}
