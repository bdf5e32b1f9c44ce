// pread64 of 4 KiB that are in the page cache.
#include "harness/bench/measure.h"

void test() {
  alignas(4096) static uint8_t buffer[4096];
  setup::write_file("file", Text(buffer, sizeof(buffer)));
  Fd file = setup::open("file", O_RDONLY);
  bench::measure(200, [&] { return sys::pread64(file, buffer, sizeof(buffer), 0); });
}
