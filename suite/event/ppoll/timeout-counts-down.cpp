// ppoll writes back the time that is left when something was ready, and zero when the time
// has passed.
// Covers: ppoll timeout written back
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "x");
  Guarded<timespec> timeout;
  *timeout = {100, 500000000};
  pollfd entry = {pipe.read, POLLIN, 0};
  report("ready", sys::ppoll(&entry, 1, &timeout, nullptr, 0));
  report("seconds left against 101", compared(timeout->tv_sec, int64_t{101}));
  report("seconds left against 50", compared(timeout->tv_sec, int64_t{50}));
  report("nanoseconds left against 0", compared(timeout->tv_nsec, int64_t{0}));
  report_walls("walls", timeout);
  *timeout = {0, 1000000};
  entry.fd = pipe.write;
  report("never ready", sys::ppoll(&entry, 1, &timeout, nullptr, 0));
  report("left", *timeout);
  report_walls("walls", timeout);
}
