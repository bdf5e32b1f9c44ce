// pselect6 tells of a local stream and of a TCP connection that has shut a half itself: for reading it is
// at its end, and for writing it still receives.
// Covers: pselect6 shutdown of one's own half
#include "suite/event/states.h"

void test() {
  states::own_halves(states::by_pselect6, setup::socketpair(), setup::socketpair());
  states::own_halves(states::by_pselect6, setup::tcp_pair(), setup::tcp_pair());
}
