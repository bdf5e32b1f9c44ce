// Opening /proc/self/fd/N opens the same file anew, removed or open with O_PATH only, with
// a position and an access mode of its own.
// Covers: openat /proc/self/fd
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd first = setup::open("file", O_RDONLY), handle = setup::open("file", O_PATH);
  setup::seek(first, 5);
  setup::unlink("file");
  const auto anew = [](int fd, int flags) {
    return Fd(static_cast<int>(
        setup::require_fd("openat", sys::openat(AT_FDCWD, label("/proc/self/fd/", fd).c_str(), flags, 0))));
  };
  Fd second = anew(first, O_RDWR), third = anew(handle, O_RDONLY);
  report("position", sys::lseek(second, 0, SEEK_CUR));
  report("write", sys::write(second, "ab", 2));
  report("contents by the handle", setup::read_all(third));
  report("position of the first", sys::lseek(first, 0, SEEK_CUR));
  int closed = first;
  first.reset();
  report("of a closed descriptor", sys::openat(AT_FDCWD, label("/proc/self/fd/", closed).c_str(), O_RDONLY, 0));
}
