// Lengths that add up to 4 GiB are cut to the 2 GiB less a page that Linux
// transfers at most.
// Covers: writev sum of the lengths, clipped count
#include "wali/test.h"

void test() {
  Fd null = setup::open("/dev/null", O_WRONLY);
  constexpr size_t size = size_t{4} << 20;
  uint8_t *block = setup::map(size);
  static iovec vector[1024];
  for (iovec &each : vector)
    each = {block, size};
  report("511 vectors", sys::writev(null, vector, 511));
  report("512 vectors", sys::writev(null, vector, 512));
  report("1024 vectors", sys::writev(null, vector, 1024));
}
