// An id that the user namespace does not know is no valid one.
// Covers: chown EINVAL
// Covers: fchown EINVAL
// Covers: fchownat EINVAL
// REQUIRES: ns-root
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  report("chown, owner", sys::chown("file", 1, -1));
  report("chown, group", sys::chown("file", -1, 1));
  report("fchown", sys::fchown(file, 1, 0));
  report("fchownat", sys::fchownat(AT_FDCWD, "file", 0, 1, 0));
  report("chown to the ids that are mapped", sys::chown("file", 0, 0));
}
