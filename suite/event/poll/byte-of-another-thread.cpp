// poll waits for a byte that another thread writes, even into a pipe with O_NONBLOCK.
// Covers: poll threads, O_NONBLOCK
#include "suite/event/states.h"

void test() {
  const auto wait = [](int fd) {
    pollfd entry = {fd, POLLIN, 0};
    return sys::poll(&entry, 1, -1);
  };
  states::report_short_wait("wait", 0, wait);
  states::report_short_wait("wait with O_NONBLOCK", O_NONBLOCK, wait);
}
