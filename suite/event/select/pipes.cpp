// select tells a pipe as readable that has bytes or whose writers have gone, as writable where it
// has room, and as both where its readers have gone: an error counts in either set.
// Covers: select pipes
#include "suite/event/states.h"

namespace {

void look(const char *name, int fd) {
  states::report_selected(name, fd, [](int nfds, fd_set *read, fd_set *write) {
    timeval none = {0, 0};
    return sys::select(nfds, read, write, nullptr, &none);
  });
}

} // namespace

void test() { states::pipes(look); }
