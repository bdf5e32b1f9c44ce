// ppoll tells a counter as readable above 0 and as writable below its maximum, and an epoll
// instance as readable while it has events.
// Covers: ppoll eventfd, epoll
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
  states::counter(look);
  states::instance(look);
}
