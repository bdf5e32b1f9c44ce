// clock_gettime, natively by the system call and not by the vDSO.
#include "harness/bench/measure.h"

void test() {
  bench::measure(200, [] {
    timespec time;
    return sys::clock_gettime(CLOCK_MONOTONIC, &time);
  });
}
