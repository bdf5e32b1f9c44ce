// select tells of a TCP connection that it has bytes and room, that its peer has shut its half, and
// that both have.
// Covers: select TCP
#include "suite/event/states.h"

void test() { states::connection(states::by_select, setup::tcp_pair()); }
