// poll tells of a local stream and of a TCP connection that has shut a half itself: for reading it is
// at its end, and for writing it still receives.
// Covers: poll shutdown of one's own half
#include "suite/event/states.h"

void test() {
  states::own_halves(states::by_poll, setup::socketpair(), setup::socketpair());
  states::own_halves(states::by_poll, setup::tcp_pair(), setup::tcp_pair());
}
