// msync with length 0 succeeds with each flag, even for an unmapped address.
// Covers: msync no length
#include "wali/test.h"

void test() {
  uint8_t *bytes = setup::map(4096);
  report("no length, mapped", sys::msync(bytes, 0, MS_SYNC));
  setup::require_zero("munmap", sys::munmap(bytes, 4096));
  for (int flags : {0, int{MS_ASYNC}, int{MS_SYNC}, int{MS_INVALIDATE}})
    report(label("no length, not mapped, flags ", flags), sys::msync(bytes, 0, flags));
  report("one byte, not mapped", sys::msync(bytes, 1, MS_SYNC));
}
