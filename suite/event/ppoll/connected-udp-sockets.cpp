// ppoll tells of a connected UDP socket that it has been shut, and that its datagram was refused,
// until SO_ERROR has told it.
// Covers: ppoll UDP errors, shutdown
#include "suite/event/states.h"

void test() { states::connected_datagrams(states::by_ppoll); }
