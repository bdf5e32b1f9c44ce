// When something is ready, ppoll writes back the time that is left. When the time has
// passed, it writes back zero.
// Covers: ppoll timeout written back
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  Child writer = setup::fork([&] {
    setup::sleep_ms(30);
    setup::write_all(pipe.write, "x");
  });
  Guarded<timespec> timeout;
  *timeout = {1000, 0}; // so that seconds and their fraction change
  pollfd entry = {pipe.read, POLLIN, 0};
  report("ppoll", sys::ppoll(&entry, 1, &timeout, nullptr, 0));
  report("time left, compared with 500 s", compared(*timeout, {500, 0}));
  report("time left, compared with all of it", compared(*timeout, {1000, 0}));
  report("its fraction of a second, compared with none", compared(timeout->tv_nsec, int64_t{0}));
  report_walls("walls", timeout);
  report("writer", writer.wait());
  *timeout = {0, 2000000};
  report("ppoll of nothing", sys::ppoll(nullptr, 0, &timeout, nullptr, 0));
  report("left", *timeout);
  report_walls("walls", timeout);
}
