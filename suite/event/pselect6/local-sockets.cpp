// pselect6 reports a local stream socket as writable while it has room, and as readable when it has bytes and when
// its peer, or both ends, have shut down writing. A full one whose peer has gone is readable and writable.
// Covers: pselect6 local sockets
#include "suite/event/states.h"

void test() {
  states::connection(states::by_pselect6, setup::socketpair());
  states::full_socket(states::by_pselect6);
}
