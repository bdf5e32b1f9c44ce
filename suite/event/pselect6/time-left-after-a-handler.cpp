// When a signal handler interrupts pselect6, it writes back the time that is left.
// Covers: pselect6 timeout written back, EINTR
#include "suite/event/interrupted.h"

void test() {
  const int fd = empty_pipe().read;
  fd_set read = {{uint64_t{1} << fd}};
  report_time_left<timespec>(
      [&](timespec *limit) { return sys::pselect6(fd + 1, &read, nullptr, nullptr, limit, nullptr); });
}
