// epoll_pwait tells of a TCP connection that was refused, and of one that was reset, that it has ended by
// an error, and without the error when SO_ERROR has told it.
// Covers: epoll_pwait connections that failed
#include "suite/event/states.h"

void test() { states::failed_connections(states::by_epoll_pwait); }
