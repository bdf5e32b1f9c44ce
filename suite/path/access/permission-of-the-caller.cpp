// access grants the owner of a file what the bits for the owner say, and only if every right is
// granted that is asked for. The bits for the group and for others do not help the owner.
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
