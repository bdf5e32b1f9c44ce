// pselect6 reports a local stream or TCP socket that has shut down its own reading as readable. One that has shut
// down its own writing stays writable, and is readable when a byte arrives and at end of file.
// Covers: pselect6 shutdown of one's own half
#include "suite/event/states.h"

void test() {
  states::own_halves(states::by_pselect6, setup::socketpair(), setup::socketpair());
  states::own_halves(states::by_pselect6, setup::tcp_pair(), setup::tcp_pair());
}
