// An ordinary user may not change the root. A directory that he may not search gives -EACCES, which is checked first.
// Covers: chroot EPERM, EACCES
// REQUIRES: user
#include "wali/test.h"

void test() {
  setup::mkdir("jail");
  setup::mkdir("closed");
  setup::mkdir("closed/inner");
  report("chroot", sys::chroot("jail"));
  setup::chmod("closed", 0600);
  report("chroot to a closed directory", sys::chroot("closed"));
  report("chroot beyond a closed directory", sys::chroot("closed/inner"));
  report("/proc", sys::access("/proc", F_OK));
}
