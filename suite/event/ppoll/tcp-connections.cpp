// ppoll tells of a TCP connection that it has bytes and room, that its peer has shut its half, and
// that both have.
// Covers: ppoll TCP
#include "suite/event/states.h"

void test() { states::connection(states::by_ppoll, setup::tcp_pair()); }
