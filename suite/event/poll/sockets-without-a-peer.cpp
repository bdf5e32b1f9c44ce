// poll tells of a socket without a peer that it has hung up, of a listener that a connection
// waits, and of a UDP socket that it has room and a datagram.
// Covers: poll listeners, UDP
#include "suite/event/states.h"

namespace {

void look(const char *name, int fd) {
  states::report_polled(name, fd, [](pollfd *entry) { return sys::poll(entry, 1, 0); });
}

} // namespace

void test() {
  states::listener(look);
  states::datagrams(look);
}
