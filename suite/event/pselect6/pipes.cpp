// pselect6 tells a pipe as readable that has bytes or whose writers have gone, as writable where it
// has room, and as both where its readers have gone: an error counts in either set.
// Covers: pselect6 pipes
#include "suite/event/states.h"

namespace {

void look(const char *name, int fd) {
  states::report_selected(name, fd, [](int nfds, fd_set *read, fd_set *write) {
    timespec none = {0, 0};
    return sys::pselect6(nfds, read, write, nullptr, &none, nullptr);
  });
}

} // namespace

void test() { states::pipes(look); }
