// poll tells of a pipe that it has bytes, that it has room, that its writers have gone, with or
// without bytes left, and that its readers have gone.
// Covers: poll pipes
#include "suite/event/states.h"

namespace {

void look(const char *name, int fd) {
  states::report_polled(name, fd, [](pollfd *entry) { return sys::poll(entry, 1, 0); });
}

} // namespace

void test() { states::pipes(look); }
