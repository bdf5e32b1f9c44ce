// A wait reads the seconds of its timespec at 0 and the nanoseconds at 8, and so does a wait of
// microseconds with its timeval. What they leave to wait comes back there.
// Covers: layouts timespec, timeval
// Covers: nanosleep layout
// Covers: clock_nanosleep layout
// Covers: select layout
// Covers: pselect6 layout
// Covers: ppoll layout
// Covers: futex layout
#include "suite/abi/layouts/raw.h"

namespace {

// Of a second or less, so that a field read elsewhere is refused or found at once.
layouts::Raw<16> time(int64_t seconds, int64_t fraction) {
  layouts::Raw<16> raw;
  raw.put<int64_t>(0, seconds).put<int64_t>(8, fraction);
  return raw;
}

void report_left(const char *name, Result result, layouts::Raw<16> &left) {
  report(name, result);
  report("what is left", left.bytes(0, 16));
  left.report_walls();
}

} // namespace

void test() {
  report("nanosleep, a second in nanoseconds", sys::nanosleep(time(0, 1000000000), nullptr));
  report("nanosleep", sys::nanosleep(time(0, 999999), nullptr));
  report("clock_nanosleep, negative seconds", sys::clock_nanosleep(CLOCK_MONOTONIC, 0, time(-1, 0), nullptr));
  report("clock_nanosleep", sys::clock_nanosleep(CLOCK_MONOTONIC, 0, time(0, 999999), nullptr));
  layouts::Raw<16> left = time(0, 1000);
  report_left("select", sys::select(0, nullptr, nullptr, nullptr, left), left);
  left = time(0, 1000000);
  report_left("pselect6", sys::pselect6(0, nullptr, nullptr, nullptr, left, nullptr), left);
  left = time(0, 1000000);
  report_left("ppoll", sys::ppoll(nullptr, 0, left, nullptr, 8), left);
  int word = 0;
  report("futex, a second in nanoseconds", sys::futex(&word, FUTEX_WAIT, 0, time(0, 1000000000), nullptr, 0));
  report("futex", sys::futex(&word, FUTEX_WAIT, 0, time(0, 999999), nullptr, 0));
}
