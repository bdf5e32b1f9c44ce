// select reports a local stream socket as writable while it has room, and as readable when it has bytes and when its
// peer, or both ends, have shut down writing. A full one whose peer has gone is readable and writable.
// Covers: select local sockets
#include "suite/event/states.h"

void test() {
  states::connection(states::by_select, setup::socketpair());
  states::full_socket(states::by_select);
}
