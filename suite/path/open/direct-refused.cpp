// O_DIRECT is refused by a file system that does not have it, such as /proc.
// Covers: open O_DIRECT, EINVAL
// Covers: openat O_DIRECT, EINVAL
#include "wali/test.h"

void test() {
  report("open", sys::open("/proc/self/status", O_RDONLY | O_DIRECT, 0));
  report("openat", sys::openat(AT_FDCWD, "/proc/self/status", O_RDONLY | O_DIRECT, 0));
}
