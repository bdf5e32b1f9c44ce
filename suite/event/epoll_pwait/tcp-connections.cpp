// epoll_pwait tells of a TCP connection that it has bytes and room, that its peer has shut its half, and
// that both have.
// Covers: epoll_pwait TCP
#include "suite/event/states.h"

void test() { states::connection(states::by_epoll_pwait, setup::tcp_pair()); }
