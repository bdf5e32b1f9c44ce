// writev accepts 1024 vectors in one call and writes them in order, even where they name
// the same bytes.
// Covers: writev IOV_MAX, overlapping vectors
#include "wali/test.h"

void test() {
  static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz\xff\x80";
  static iovec vector[1024];
  for (int i = 0; i < 1024; ++i)
    vector[i] = {const_cast<char *>(alphabet) + i % 26, 3};
  Fd file = setup::open("file", O_WRONLY | O_CREAT);
  report("writev", sys::writev(file, vector, 1024));
  Text contents = setup::read_file("file");
  int wrong = 0;
  for (size_t i = 0; i < 3072; ++i)
    wrong += contents.data[i] != alphabet[i / 3 % 26 + i % 3];
  report("size", contents.size);
  report("bytes that are wrong", wrong);
  report("bytes of the 26th vector", contents.part(75, 3));
}
