// mkdirat gives a new directory the permission bits and the sticky bit that the umask leaves, and ignores set-id
// bits.
// Covers: mkdirat mode
#include "wali/test.h"

void test() {
  sys::umask(0);
  for (int bit = 0; bit < 12; ++bit) {
    Line name = label("bit", bit);
    setup::require_zero("mkdirat", sys::mkdirat(AT_FDCWD, name.c_str(), 1u << bit));
    report(name, FileMode{setup::stat(name.c_str()).st_mode});
  }
  sys::umask(0072);
  report("mkdirat", sys::mkdirat(AT_FDCWD, "masked", 07777));
  report("masked", FileMode{setup::stat("masked").st_mode});
}
