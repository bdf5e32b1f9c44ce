// O_TMPFILE is EOPNOTSUPP on a file system that cannot make a file without a name.
// Covers: open EOPNOTSUPP, O_TMPFILE
// Covers: openat EOPNOTSUPP
// REQUIRES: root
#include "wali/test.h"

void test() {
  report("open", sys::open("/proc", O_RDWR | O_TMPFILE, 0600));
  report("openat", sys::openat(AT_FDCWD, "/proc", O_RDWR | O_TMPFILE, 0600));
}
