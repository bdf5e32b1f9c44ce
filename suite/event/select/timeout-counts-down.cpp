// select writes back the time that is left, and zero when it has passed.
// Covers: select timeout written back
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  fd_set write = {};
  write.bits[0] = uint64_t{1} << pipe.write;
  Guarded<timeval> timeout;
  *timeout = {200, 500000};
  report("ready", sys::select(pipe.write + 1, nullptr, &write, nullptr, &timeout));
  report("seconds left against 201", compared(timeout->tv_sec, int64_t{201}));
  report("seconds left against 100", compared(timeout->tv_sec, int64_t{100}));
  report("microseconds left against 0", compared(timeout->tv_usec, int64_t{0}));
  report_walls("walls", timeout);
  *timeout = {0, 2000};
  report("nothing to wait for", sys::select(0, nullptr, nullptr, nullptr, &timeout));
  report("left", *timeout);
  report_walls("walls", timeout);
}
