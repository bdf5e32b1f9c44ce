// A mapping can grow again and again, and may move: it keeps its contents, and the new part is
// zeros.
// Covers: mremap MREMAP_MAYMOVE
#include "wali/test.h"

void test() {
  size_t size = 4096;
  uint8_t *bytes = setup::map(size);
  bytes[0] = 1;
  uint8_t found = 0;
  size_t kept = 0;
  for (uint8_t round = 2; round <= 10; ++round) {
    setup::map(4096); // in the way
    Result result = sys::mremap(bytes, size, 2 * size, MREMAP_MAYMOVE, nullptr);
    setup::require_address("mremap", result, 2 * size);
    bytes = result.pointer();
    for (size_t i = size; i < 2 * size; ++i)
      found |= bytes[i];
    __builtin_memset(bytes + size, round, size);
    size *= 2;
  }
  report("size", size);
  report("bytes found in what was new", found);
  report("first byte", bytes[0]);
  for (size_t begin = 4096, round = 2; begin < size; begin *= 2, ++round)
    kept += bytes[begin] == round && bytes[2 * begin - 1] == round;
  report("rounds whose bytes are kept", kept);
  report("address modulo 4096", reinterpret_cast<uintptr_t>(bytes) % 4096);
  report("munmap", sys::munmap(bytes, size));
}
