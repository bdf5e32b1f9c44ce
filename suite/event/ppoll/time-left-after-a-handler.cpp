// When a signal handler interrupts ppoll, it writes back the time that is left.
// Covers: ppoll timeout written back, EINTR
#include "suite/event/interrupted.h"

void test() {
  pollfd entry = {empty_pipe().read, POLLIN, 0};
  report_time_left<timespec>([&](timespec *limit) { return sys::ppoll(&entry, 1, limit, nullptr, 8); });
}
