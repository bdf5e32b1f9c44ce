// select tells a socket without a peer as readable and writable, a listener as readable while
// a connection waits, and a UDP socket as writable, and readable with a datagram.
// Covers: select listeners, UDP
#include "suite/event/states.h"

namespace {

void look(const char *name, int fd) {
  states::report_selected(name, fd, [](int nfds, fd_set *read, fd_set *write) {
    timeval none = {0, 0};
    return sys::select(nfds, read, write, nullptr, &none);
  });
}

} // namespace

void test() {
  states::listener(look);
  states::datagrams(look);
}
