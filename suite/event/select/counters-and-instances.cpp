// select tells a counter as readable above 0 and as writable below its maximum, and an epoll
// instance as readable while it has events.
// Covers: select eventfd, epoll
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
  states::counter(look);
  states::instance(look);
}
