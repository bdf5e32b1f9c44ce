// pselect6 reports a connected UDP socket as readable when it is shut down for reading or for both, and when its
// datagram was refused, until SO_ERROR is read.
// Covers: pselect6 UDP errors, shutdown
#include "suite/event/states.h"

void test() { states::connected_datagrams(states::by_pselect6); }
