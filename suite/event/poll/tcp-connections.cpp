// poll tells of a TCP connection that it has bytes and room, that its peer has shut its half,
// and that both have.
// Covers: poll TCP, POLLRDHUP, POLLHUP
#include "suite/event/states.h"

namespace {

void look(const char *name, int fd) {
  states::report_polled(name, fd, [](pollfd *entry) { return sys::poll(entry, 1, 0); });
}

} // namespace

void test() { states::connection(look, setup::tcp_pair()); }
