// The monotonic clocks never go back from one reading to the next, nor from the last reading of one
// thread to the first of another.
// Covers: clock_gettime CLOCK_MONOTONIC, CLOCK_MONOTONIC_RAW, CLOCK_MONOTONIC_COARSE, CLOCK_BOOTTIME, many readings
#include "suite/time/nanoseconds.h"

namespace {

int clock_read, steps_back;
int64_t last;

void read_many_times(void *) {
  for (int reading = 0; reading < 10000; ++reading) {
    const int64_t now = nanoseconds(clock_read);
    steps_back += now < last;
    last = now;
  }
}

} // namespace

void test() {
  for (int clock : {CLOCK_MONOTONIC, CLOCK_MONOTONIC_RAW, CLOCK_MONOTONIC_COARSE, CLOCK_BOOTTIME}) {
    clock_read = clock;
    last = 0;
    read_many_times(nullptr);
    Thread(read_many_times).join();
    read_many_times(nullptr);
    report(label("clock ", clock, ", steps back"), steps_back);
    report("last reading compared with 0", compared(last, int64_t{0}));
  }
}
