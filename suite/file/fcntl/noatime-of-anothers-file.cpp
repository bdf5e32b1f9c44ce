// Only the owner may ask for O_NOATIME. The refused call changes no flag.
// Covers: fcntl F_SETFL, O_NOATIME, EPERM, another's file
// REQUIRES: user
#include "wali/test.h"

void test() {
  Fd root = setup::open("/proc", O_RDONLY);
  report("F_SETFL", sys::fcntl(root, F_SETFL, O_NOATIME | O_NONBLOCK));
  report("flags", setup::status_flags(root));
}
