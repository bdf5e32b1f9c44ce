// Root can read and write any file, and search any directory. A file is X_OK for root only if its
// mode has an execute bit for somebody.
// Covers: access X_OK, root
// Covers: faccessat X_OK
// Covers: faccessat2 X_OK
// REQUIRES: root || ns-root
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::mkdir("directory");
  setup::chmod("directory", 0);
  const uint32_t permissions[] = {0, 0001};
  for (uint32_t permission : permissions) {
    setup::chmod("file", permission);
    report(label(Octal{permission}, " W_OK|R_OK"), sys::access("file", R_OK | W_OK));
    report(label(Octal{permission}, " X_OK"), sys::access("file", X_OK));
    report(label(Octal{permission}, " X_OK, faccessat"), sys::faccessat(AT_FDCWD, "file", X_OK, 0));
    report(label(Octal{permission}, " X_OK, faccessat2"), sys::faccessat2(AT_FDCWD, "file", X_OK, 0));
  }
  report("directory", sys::access("directory", R_OK | W_OK | X_OK));
}
