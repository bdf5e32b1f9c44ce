// A field that the file system does not have is not in stx_mask, though it was asked for: files of /proc have no time
// of birth.
// Covers: statx stx_mask, STATX_BTIME
#include "wali/test.h"

void test() {
  struct statx extended = {};
  report("statx", sys::statx(AT_FDCWD, "/proc/self/status", 0, STATX_MODE | STATX_BTIME, &extended));
  report("STATX_MODE", Flags{sets::statx_mask, extended.stx_mask & STATX_MODE});
  report("STATX_BTIME", Flags{sets::statx_mask, extended.stx_mask & STATX_BTIME});
}
