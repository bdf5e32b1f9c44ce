// poll tells of a connected UDP socket that it has been shut, and that its datagram was refused,
// until SO_ERROR has told it.
// Covers: poll UDP errors, shutdown
#include "suite/event/states.h"

void test() { states::connected_datagrams(states::by_poll); }
