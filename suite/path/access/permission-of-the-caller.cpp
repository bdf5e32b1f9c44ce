// An ordinary user may what the bits of his class say, each asked alone or with
// others; every right that is asked must be there.
// Covers: access R_OK, W_OK, X_OK, EACCES
// REQUIRES: user
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  const int modes[] = {F_OK, R_OK, W_OK, X_OK, R_OK | W_OK, R_OK | X_OK, W_OK | X_OK};
  const uint32_t permissions[] = {0400, 0200, 0100, 0077};
  for (uint32_t permission : permissions) {
    setup::chmod("file", permission);
    for (int mode : modes)
      report(label(Octal{permission}, " ", Flags{sets::access_mode, static_cast<uint32_t>(mode)}),
             sys::access("file", mode));
  }
}
