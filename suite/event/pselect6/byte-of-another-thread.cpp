// pselect6 waits for a byte that another thread writes, even into a pipe with O_NONBLOCK.
// Covers: pselect6 threads, O_NONBLOCK
#include "suite/event/states.h"

void test() {
  const auto wait = [](int fd) {
    fd_set read = {{uint64_t{1} << fd}};
    return sys::pselect6(fd + 1, &read, nullptr, nullptr, nullptr, nullptr);
  };
  states::report_short_wait("wait", 0, wait);
  states::report_short_wait("wait with O_NONBLOCK", O_NONBLOCK, wait);
}
