// If statx is asked for one basic field alone, it gives it. Unknown bits of the mask are ignored, except the reserved
// one.
// Covers: statx mask, STATX_TYPE, STATX_MODE, STATX_NLINK, STATX_UID, STATX_GID, STATX_ATIME, STATX_MTIME, STATX_CTIME
// Covers: statx STATX_INO, STATX_SIZE, STATX_BLOCKS
#include "wali/test.h"

void test() {
  setup::write_file("file", "12345678");
  for (uint32_t bit = 1; bit <= STATX_BLOCKS; bit <<= 1) {
    Guarded<struct statx> extended;
    report(label("asked for ", Flags{sets::statx_mask, bit}), sys::statx(AT_FDCWD, "file", 0, bit, &extended));
    report("answered", Flags{sets::statx_mask, extended->stx_mask & bit});
  }
  Guarded<struct statx> extended;
  report("nothing asked", sys::statx(AT_FDCWD, "file", 0, 0, &extended));
  report_walls("walls", extended);
  report("all but the reserved bit", sys::statx(AT_FDCWD, "file", 0, 0x7fffffff, &extended));
  report("size", extended->stx_size);
}
