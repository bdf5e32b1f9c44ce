// readv accepts 1024 vectors in one call, and fills each with its own bytes.
// Covers: readv IOV_MAX
#include "wali/test.h"

void test() {
  static uint8_t contents[3072], buffer[4096];
  static iovec vector[1024];
  for (int i = 0; i < 3072; ++i)
    contents[i] = static_cast<uint8_t>(i * 7 + i / 256);
  setup::write_file("file", Text(contents, 3072));
  Fd file = setup::open("file", O_RDONLY);
  __builtin_memset(buffer, poison, sizeof(buffer));
  for (int i = 0; i < 1024; ++i)
    vector[i] = {buffer + 4 * (1023 - i), 3};
  report("readv", sys::readv(file, vector, 1024));
  int wrong = 0;
  for (int i = 0; i < 3072; ++i)
    wrong += buffer[4 * (1023 - i / 3) + i % 3] != contents[i];
  for (int i = 0; i < 1024; ++i)
    wrong += buffer[4 * i + 3] != poison;
  report("bytes that are wrong", wrong);
}
