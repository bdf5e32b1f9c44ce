// O_DIRECT is refused where a file system has none of it, and is there for F_GETFL
// where it has.
// Covers: open O_DIRECT, EINVAL
// Covers: openat O_DIRECT, EINVAL
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  report("open in /proc", sys::open("/proc/self/status", O_RDONLY | O_DIRECT, 0));
  report("openat in /proc", sys::openat(AT_FDCWD, "/proc/self/status", O_RDONLY | O_DIRECT, 0));
  const auto kept = [](Fd file) { return static_cast<uint64_t>(sys::fcntl(file, F_GETFL, 0).value & ~O_LARGEFILE); };
  report("open here", Flags{sets::open_flags, kept(Fd(sys::open("file", O_RDWR | O_DIRECT, 0).fd()))});
  report("openat here", Flags{sets::open_flags, kept(Fd(sys::openat(AT_FDCWD, "file", O_RDWR | O_DIRECT, 0).fd()))});
}
