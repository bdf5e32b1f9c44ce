// faccessat2 grants the owner of a file what the bits for the owner say. A relative path starts at
// the directory descriptor.
// Covers: faccessat2 R_OK, W_OK, X_OK, EACCES, dirfd
// REQUIRES: user
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/file", "");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  const int modes[] = {F_OK, R_OK, W_OK, X_OK, W_OK | X_OK};
  const uint32_t permissions[] = {0400, 0200, 0100};
  for (uint32_t permission : permissions) {
    setup::chmod("directory/file", permission);
    for (int mode : modes)
      report(label(Octal{permission}, " ", Flags{sets::access_mode, static_cast<uint32_t>(mode)}),
             sys::faccessat2(directory, "file", mode, AT_EACCESS));
  }
  report("by AT_FDCWD", sys::faccessat2(AT_FDCWD, "file", F_OK, 0));
}
