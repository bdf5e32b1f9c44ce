// A range that munmap frees can be mapped again many times, and is zeros each time.
// Covers: munmap reuse
#include "wali/test.h"

void test() {
  constexpr size_t size = 64 << 20;
  int used = 0;
  uint8_t left = 0;
  Result result = {};
  for (int round = 0; round < 100; ++round) {
    Result mapped = sys::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (!mapped.ok())
      break;
    uint8_t *bytes = mapped.pointer();
    left |= bytes[0] | bytes[size - 1];
    bytes[0] = bytes[size - 1] = 0xff;
    ++used;
    result = sys::munmap(bytes, size);
  }
  report("rounds", used);
  report("last munmap", result);
  report("bytes found", left);
}
