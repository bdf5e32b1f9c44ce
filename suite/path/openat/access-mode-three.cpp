// Access mode 3 requires the rights to read and to write, and gives neither: only calls that
// need neither accept the descriptor.
// Covers: openat O_ACCMODE
// Covers: open O_ACCMODE
#include "wali/test.h"

void test() {
  constexpr int neither = O_WRONLY | O_RDWR;
  setup::write_file("file", "contents");
  setup::mkdir("directory");
  Fd opened(setup::require_fd("open", sys::open("file", neither, 0))),
      opened_at(setup::require_fd("openat", sys::openat(AT_FDCWD, "file", neither | O_APPEND, 0)));
  const int descriptors[] = {opened, opened_at};
  for (int fd : descriptors) {
    char buffer[8];
    struct stat status = {};
    report("read", sys::read(fd, buffer, 8));
    report("write", sys::write(fd, "x", 1));
    report("status flags", Hex{static_cast<uint64_t>(sys::fcntl(fd, F_GETFL, 0).value & ~O_LARGEFILE)});
    report("lseek", sys::lseek(fd, 0, SEEK_END));
    report("fstat", sys::fstat(fd, &status));
  }
  report("open of a directory", sys::open("directory", neither, 0));
  report("openat of a directory", sys::openat(AT_FDCWD, "directory", neither, 0));
}
