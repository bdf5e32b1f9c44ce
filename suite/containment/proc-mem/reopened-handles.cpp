// A handle of the memory file (O_PATH), duplicated, or opened again through the
// links of /proc/self/fd, does not reach the host's memory.
// Covers: proc-mem O_PATH, fd
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

void test() {
  Result handle = sys::openat(AT_FDCWD, "/proc/self/mem", O_PATH, 0);
  const int fd = handle.fd();
  report("the handle's copy, bytes reached", containment::reach_through(sys::dup(fd)));
  report("/proc/self/fd/N, bytes reached", containment::reach(label("/proc/self/fd/", fd).c_str()));
  report("/proc/thread-self/fd/N, bytes reached", containment::reach(label("/proc/thread-self/fd/", fd).c_str()));
  report("/dev/fd/N, bytes reached", containment::reach(label("/dev/fd/", fd).c_str()));
  report("openat it with an empty path, bytes reached", containment::reach_at(fd, ""));
  setup::symlink(label("/proc/self/fd/", fd).c_str(), "link");
  report("a link to it, bytes reached", containment::reach("link"));
}
