// select reports a connected UDP socket as readable when it is shut down for reading or for both, and when its
// datagram was refused, until SO_ERROR is read.
// Covers: select UDP errors, shutdown
#include "suite/event/states.h"

void test() { states::connected_datagrams(states::by_select); }
