// When something is ready, select writes back the time that is left. When the time has
// passed, it writes back zero.
// Covers: select timeout written back
#include "wali/test.h"

namespace {

int64_t in_microseconds(const timeval &time) { return time.tv_sec * 1000000 + time.tv_usec; }

} // namespace

void test() {
  Pipe pipe = setup::pipe();
  Child writer = setup::fork([&] {
    setup::sleep_ms(30);
    setup::write_all(pipe.write, "x");
  });
  Guarded<timeval> timeout;
  *timeout = {1000, 0}; // so that seconds and their fraction change
  fd_set read = {{uint64_t{1} << pipe.read}};
  report("select", sys::select(pipe.read + 1, &read, nullptr, nullptr, &timeout));
  report("time left, compared with 500 s", compared(in_microseconds(*timeout), int64_t{500000000}));
  report("time left, compared with all of it", compared(in_microseconds(*timeout), int64_t{1000000000}));
  report("its fraction of a second, compared with none", compared(timeout->tv_usec, int64_t{0}));
  report_walls("walls", timeout);
  report("writer", writer.wait());
  *timeout = {0, 2000};
  report("select of nothing", sys::select(0, nullptr, nullptr, nullptr, &timeout));
  report("left", *timeout);
  report_walls("walls", timeout);
}
