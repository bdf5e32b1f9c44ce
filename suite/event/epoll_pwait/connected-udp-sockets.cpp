// epoll_pwait reports EPOLLRDHUP for a connected UDP socket that is shut down for reading, and EPOLLHUP as well when
// it is shut down for both. A refused datagram gives EPOLLERR until SO_ERROR is read.
// Covers: epoll_pwait UDP errors, shutdown
#include "suite/event/states.h"

void test() { states::connected_datagrams(states::by_epoll_pwait); }
