// Buffers are written in the order of the vector, and the result is the sum of their lengths. Empty ones, with an
// address or without, add nothing.
// Covers: writev three vectors, empty vector
#include "wali/test.h"

void test() {
  char first[] = "one,", second[] = "unseen", third[] = "three";
  const iovec vector[] = {{first, 4}, {second, 0}, {nullptr, 0}, {third, 5}};
  Fd file = setup::open("out", O_WRONLY | O_CREAT);
  report("writev", sys::writev(file, vector, 4));
  report("writev of the empty ones", sys::writev(file, vector + 1, 2));
  report("contents", setup::read_file("out"));
  report("position", sys::lseek(file, 0, SEEK_CUR));
}
