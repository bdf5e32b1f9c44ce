// writev accepts an array of vectors, and the buffer of one, that ends where memory ends.
// Covers: writev last valid byte, EFAULT
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_WRONLY | O_CREAT);
  uint8_t *last = setup::last_bytes(4);
  __builtin_memcpy(last, "last", 4);
  const iovec to_the_end[] = {{last, 4}};
  report("buffer in the last bytes", sys::writev(file, to_the_end, 1));
  char word[] = "word";
  auto *vector = reinterpret_cast<iovec *>(last + 4) - 2;
  vector[0] = {word, 4};
  vector[1] = {word + 1, 2};
  report("vectors in the last bytes", sys::writev(file, vector, 2));
  report("vectors that leave memory", sys::writev(file, vector, 3));
  report("contents", setup::read_file("file"));
}
