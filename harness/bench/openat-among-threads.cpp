// Opening a file relative to a directory's descriptor, and closing it, beside another thread.
#include "harness/bench/measure.h"

void test() {
  Fd directory = setup::open("/dev", O_RDONLY | O_DIRECTORY);
  bench::Company company;
  bench::measure(20, [&] { return bench::open_and_close(directory, "null"); });
}
