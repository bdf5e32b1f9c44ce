// ppoll tells of a socket without a peer that it has hung up, of a listener that a connection
// waits, and of a UDP socket that it has room and a datagram.
// Covers: ppoll listeners, UDP
#include "suite/event/states.h"

namespace {

void look(const char *name, int fd) {
  states::report_polled(name, fd, [](pollfd *entry) {
    timespec none = {0, 0};
    return sys::ppoll(entry, 1, &none, nullptr, 8);
  });
}

} // namespace

void test() {
  states::listener(look);
  states::datagrams(look);
}
