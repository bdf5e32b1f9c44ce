// getpid: what any call costs.
#include "harness/bench/measure.h"

void test() {
  bench::measure(200, [] { return sys::getpid(); });
}
