// Opening a file by its path, and closing it, in a program of one thread.
#include "harness/bench/measure.h"

void test() {
  bench::measure(20, [] { return bench::open_and_close(AT_FDCWD, "/dev/null"); });
}
