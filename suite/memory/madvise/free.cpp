// After MADV_FREE a page may become zeros at any time, but what is written to it
// again is kept.
// Covers: madvise MADV_FREE
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(3 * 4096);
  __builtin_memset(bytes, 'f', 3 * 4096);
  report("madvise", sys::madvise(bytes + 4096, 4096, MADV_FREE));
  __builtin_memcpy(bytes + 4096 + 10, "kept", 4);
  report("written again", Text(bytes + 4096 + 10, 4));
  // As it was, or zero: the difference is a multiple of what it was.
  report("last byte, modulo what it was", bytes[8191] % 'f');
  report("page before", Text(bytes + 4094, 2));
  report("page behind", Text(bytes + 8192, 2));
}
