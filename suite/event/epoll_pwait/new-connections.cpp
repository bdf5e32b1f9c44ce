// epoll_pwait tells of TCP sockets that have no connection, that wait for one, and that have got one,
// accepted or not.
// Covers: epoll_pwait TCP listeners, connecting
#include "suite/event/states.h"

void test() { states::new_connections(states::by_epoll_pwait); }
