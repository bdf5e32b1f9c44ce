// select reports a TCP connection as writable with room, and as readable when it has bytes and when its peer, or both
// ends, have shut down writing.
// Covers: select TCP
#include "suite/event/states.h"

void test() { states::connection(states::by_select, setup::tcp_pair()); }
