// poll tells of a local stream socket that it has bytes and room, that its peer has shut its
// half, that both have, and that the peer has gone and left what it had not read.
// Covers: poll local sockets, POLLRDHUP, POLLHUP
#include "suite/event/states.h"

namespace {

void look(const char *name, int fd) {
  states::report_polled(name, fd, [](pollfd *entry) { return sys::poll(entry, 1, 0); });
}

} // namespace

void test() {
  states::connection(look, setup::socketpair());
  states::full_socket(look);
}
