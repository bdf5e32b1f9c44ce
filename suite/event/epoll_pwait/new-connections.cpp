// epoll_pwait reports EPOLLHUP for a TCP socket without a connection, EPOLLIN for a listener while a connection
// waits, and EPOLLOUT for a connected socket, accepted or not. It reports nothing for a socket that is still
// connecting.
// Covers: epoll_pwait TCP listeners, connecting
#include "suite/event/states.h"

void test() { states::new_connections(states::by_epoll_pwait); }
