// Lengths that add up to 4 GiB are no error: a file is read to its end, and what has no
// end is cut to the 2 GiB less a page that Linux transfers at most.
// Covers: readv sum of the lengths, clipped count
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY), zero = setup::open("/dev/zero", O_RDONLY);
  constexpr size_t size = size_t{4} << 20;
  uint8_t *block = setup::map(size);
  static iovec vector[1024];
  for (iovec &each : vector)
    each = {block, size};
  report("readv", sys::readv(file, vector, 1024));
  report("bytes", Text(block, 11));
  report("readv of /dev/zero", sys::readv(zero, vector, 1024));
}
