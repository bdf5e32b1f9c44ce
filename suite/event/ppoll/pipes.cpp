// ppoll tells of a pipe that it has bytes, that it has room, that its writers have gone, with or
// without bytes left, and that its readers have gone.
// Covers: ppoll pipes
#include "suite/event/states.h"

namespace {

void look(const char *name, int fd) {
  states::report_polled(name, fd, [](pollfd *entry) {
    timespec none = {0, 0};
    return sys::ppoll(entry, 1, &none, nullptr, 8);
  });
}

} // namespace

void test() { states::pipes(look); }
