// After MADV_FREE what is written again is kept, whether the rest has gone yet
// or not.
// Covers: madvise MADV_FREE
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(3 * 4096);
  __builtin_memset(bytes, 'f', 3 * 4096);
  report("madvise", sys::madvise(bytes + 4096, 4096, MADV_FREE));
  __builtin_memcpy(bytes + 4096 + 10, "kept", 4);
  report("written again", Text(bytes + 4096 + 10, 4));
  report("the rest", label(bytes[8191] == 'f' || bytes[8191] == 0 ? "as before or zero" : "something else"));
  report("page before", Text(bytes + 4094, 2));
  report("page behind", Text(bytes + 8192, 2));
}
