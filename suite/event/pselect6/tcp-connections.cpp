// pselect6 reports a TCP connection as writable with room, and as readable when it has bytes and when its peer, or
// both ends, have shut down writing.
// Covers: pselect6 TCP
#include "suite/event/states.h"

void test() { states::connection(states::by_pselect6, setup::tcp_pair()); }
