// poll tells a counter as readable above 0 and as writable below its maximum, and an epoll
// instance as readable while it has events.
// Covers: poll eventfd, epoll
#include "suite/event/states.h"

namespace {

void look(const char *name, int fd) {
  states::report_polled(name, fd, [](pollfd *entry) { return sys::poll(entry, 1, 0); });
}

} // namespace

void test() {
  states::counter(look);
  states::instance(look);
}
