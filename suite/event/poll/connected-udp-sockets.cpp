// poll reports POLLRDHUP for a connected UDP socket that is shut down for reading, and POLLHUP as well when it is
// shut down for both. A refused datagram gives POLLERR until SO_ERROR is read.
// Covers: poll UDP errors, shutdown
#include "suite/event/states.h"

void test() { states::connected_datagrams(states::by_poll); }
