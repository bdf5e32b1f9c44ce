// No hard link to the memory file can be made that reaches the host's memory.
// Covers: proc-mem linkat
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

void test() {
  const int fd = sys::openat(AT_FDCWD, "/proc/self/mem", O_PATH, 0).fd();
  sys::link("/proc/self/mem", "plain");
  sys::linkat(AT_FDCWD, label("/proc/self/fd/", fd).c_str(), AT_FDCWD, "followed", AT_SYMLINK_FOLLOW);
  sys::linkat(fd, "", AT_FDCWD, "empty", AT_EMPTY_PATH);
  sys::rename("/proc/self/mem", "moved");
  for (const char *path : {"plain", "followed", "empty", "moved"})
    report(label(path, ", bytes reached"), containment::reach(path));
}
