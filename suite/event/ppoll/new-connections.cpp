// ppoll reports POLLHUP for a TCP socket without a connection, POLLIN for a listener while a connection waits, and
// POLLOUT for a connected socket, accepted or not. It reports nothing for a socket that is still connecting.
// Covers: ppoll TCP listeners, connecting
#include "suite/event/states.h"

void test() { states::new_connections(states::by_ppoll); }
