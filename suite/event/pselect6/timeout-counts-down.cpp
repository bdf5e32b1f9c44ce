// When something is ready, pselect6 writes back the time that is left. When the time has
// passed, it writes back zero.
// Covers: pselect6 timeout written back
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  Child writer = setup::fork([&] {
    setup::sleep_ms(30);
    setup::write_all(pipe.write, "x");
  });
  Guarded<timespec> timeout;
  *timeout = {1000, 0}; // so that seconds and their fraction change
  fd_set read = {{uint64_t{1} << pipe.read}};
  report("pselect6", sys::pselect6(pipe.read + 1, &read, nullptr, nullptr, &timeout, nullptr));
  report("time left, compared with 500 s", compared(*timeout, {500, 0}));
  report("time left, compared with all of it", compared(*timeout, {1000, 0}));
  report("its fraction of a second, compared with none", compared(timeout->tv_nsec, int64_t{0}));
  report_walls("walls", timeout);
  report("writer", writer.wait());
  *timeout = {0, 2000000};
  report("pselect6 of nothing", sys::pselect6(0, nullptr, nullptr, nullptr, &timeout, nullptr));
  report("left", *timeout);
  report_walls("walls", timeout);
}
