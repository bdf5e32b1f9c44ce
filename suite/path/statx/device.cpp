// statx gives a device's number as its major and its minor number.
// Covers: statx stx_rdev_major, stx_rdev_minor
#include "wali/test.h"

void test() {
  Guarded<struct statx> extended;
  report("statx", sys::statx(AT_FDCWD, "/dev/zero", 0, STATX_TYPE | STATX_MODE, &extended));
  report("type", Choice{sets::file_type, extended->stx_mode & S_IFMT});
  report("stx_rdev_major", extended->stx_rdev_major);
  report("stx_rdev_minor", extended->stx_rdev_minor);
}
