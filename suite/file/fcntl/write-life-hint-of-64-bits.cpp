// F_SET_RW_HINT reads all 64 bits: it refuses a hint with another bit above the lower 32, and
// changes nothing.
// Covers: fcntl F_SET_RW_HINT, EINVAL, hint beyond 32 bits
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  uint64_t hint = 3;
  setup::require_zero("fcntl", sys::fcntl(file, F_SET_RW_HINT, reinterpret_cast<uintptr_t>(&hint)));
  hint = (uint64_t{1} << 32) + 4;
  report("F_SET_RW_HINT", sys::fcntl(file, F_SET_RW_HINT, reinterpret_cast<uintptr_t>(&hint)));
  report("F_GET_RW_HINT", sys::fcntl(file, F_GET_RW_HINT, reinterpret_cast<uintptr_t>(&hint)));
  report("hint", hint);
}
