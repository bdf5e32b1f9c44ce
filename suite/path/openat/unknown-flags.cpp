// open ignores flags that it does not know, and the open file does not keep them.
// Covers: openat unknown flags
// Covers: open unknown flags
#include "wali/test.h"

void test() {
  constexpr int unknown = 0x60000000 | 04; // 04 lies between O_RDWR and O_CREAT
  setup::write_file("file", "contents");
  const auto report_opened = [](const char *name, Fd file) {
    report(name, setup::read_all(file));
    report("status flags", Hex{static_cast<uint64_t>(sys::fcntl(file, F_GETFL, 0).value & ~O_LARGEFILE)});
    report("descriptor flags", setup::descriptor_flags(file));
  };
  report_opened("open", Fd(sys::open("file", O_RDONLY | unknown, 0).fd()));
  report_opened("openat", Fd(sys::openat(AT_FDCWD, "file", O_RDONLY | unknown, 0).fd()));
  report("open of a missing file", sys::open("missing", O_RDONLY | unknown, 0));
  report("openat of a missing file", sys::openat(AT_FDCWD, "missing", O_RDONLY | unknown, 0));
}
