// readv accepts an array of vectors, and the buffer of one, that ends where memory ends.
// Covers: readv last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY);
  uint8_t *last = setup::last_bytes(4);
  const iovec to_the_end[] = {{last, 4}};
  report("buffer in the last bytes", sys::readv(file, to_the_end, 1));
  report("bytes", Text(last, 4));
  GuardedBytes<4> first, second;
  auto *vector = reinterpret_cast<iovec *>(last + 4) - 2;
  vector[0] = {&first, 2};
  vector[1] = {&second, 4};
  report("vectors in the last bytes", sys::readv(file, vector, 2));
  report("first", first.bytes(2));
  report("second", second.bytes());
  report("vectors that leave memory", sys::readv(file, vector, 3));
}
