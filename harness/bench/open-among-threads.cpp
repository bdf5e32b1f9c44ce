// Opening a file by its path, and closing it, beside another thread.
#include "harness/bench/measure.h"

void test() {
  bench::Company company;
  bench::measure(20, [] { return bench::open_and_close(AT_FDCWD, "/dev/null"); });
}
