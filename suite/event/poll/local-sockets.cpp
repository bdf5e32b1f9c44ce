// poll tells of a local stream socket that it has bytes and room, that its peer has shut its
// half, that both have, and that the peer has gone and left what it had not read.
// Covers: poll local sockets, POLLRDHUP, POLLHUP
#include "suite/event/states.h"

void test() {
  states::connection(states::by_poll, setup::socketpair());
  states::full_socket(states::by_poll);
}
