// When a signal handler interrupts select, it writes back the time that is left.
// Covers: select timeout written back, EINTR
#include "suite/event/interrupted.h"

void test() {
  const int fd = empty_pipe().read;
  fd_set read = {{uint64_t{1} << fd}};
  report_time_left<timeval>([&](timeval *limit) { return sys::select(fd + 1, &read, nullptr, nullptr, limit); });
}
