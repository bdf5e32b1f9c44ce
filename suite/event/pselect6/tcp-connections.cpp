// pselect6 tells of a TCP connection that it has bytes and room, that its peer has shut its half, and
// that both have.
// Covers: pselect6 TCP
#include "suite/event/states.h"

void test() { states::connection(states::by_pselect6, setup::tcp_pair()); }
