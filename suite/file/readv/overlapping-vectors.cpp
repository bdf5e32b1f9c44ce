// Vectors may name the same bytes: they are filled in order, so that the last one's bytes stay.
// Covers: readv overlapping vectors
#include "wali/test.h"

void test() {
  setup::write_file("file", "abcdefghij");
  Fd file = setup::open("file", O_RDONLY);
  GuardedBytes<8> buffer;
  const iovec vector[] = {{*&buffer, 6}, {*&buffer + 2, 3}, {*&buffer, 1}};
  report("readv", sys::readv(file, vector, 3));
  report("buffer", buffer.bytes());
}
