// epoll_pwait reports EPOLLERR and EPOLLHUP for a TCP connection that was refused or reset. Reading SO_ERROR clears
// EPOLLERR but not EPOLLHUP.
// Covers: epoll_pwait connections that failed
#include "suite/event/states.h"

void test() { states::failed_connections(states::by_epoll_pwait); }
