// Lengths that add up to 4 GiB are no error: the file is read to its end.
// Covers: readv sum of the lengths
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY);
  constexpr size_t size = size_t{4} << 20;
  uint8_t *block = setup::map(size);
  static iovec vector[1024];
  for (iovec &each : vector)
    each = {block, size};
  report("readv", sys::readv(file, vector, 1024));
  report("bytes", Text(block, 11));
}
