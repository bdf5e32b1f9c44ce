// O_PATH opens a file that its opener may not read, and with O_NOFOLLOW a link itself. The
// calls that use an open file refuse the descriptor with EBADF, and O_TRUNC does nothing.
// Covers: openat O_PATH, O_NOFOLLOW, calls on a handle
// REQUIRES: user
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  setup::chmod("file", 0);
  setup::symlink("file", "link");
  report("openat for reading", sys::openat(AT_FDCWD, "file", O_RDONLY, 0));
  Result opened = sys::openat(AT_FDCWD, "file", O_PATH | O_RDWR | O_TRUNC, 0);
  report("openat, O_PATH", opened);
  const Fd handle(opened.fd());
  char buffer[4];
  report("read", sys::read(handle, buffer, 4));
  report("write", sys::write(handle, "x", 1));
  report("fchmod", sys::fchmod(handle, 0700));
  int size = 0;
  report("ioctl", sys::ioctl(handle, FIONREAD, &size));
  report("mmap", sys::mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE, handle, 0));
  report("lseek", sys::lseek(handle, 0, SEEK_END));
  struct stat status = {};
  report("fstat", sys::fstat(handle, &status));
  report("size", status.st_size);
  report("status flags", setup::status_flags(handle));
  Fd link(setup::require_fd("openat", sys::openat(AT_FDCWD, "link", O_PATH | O_NOFOLLOW, 0)));
  setup::require_zero("fstat", sys::fstat(link, &status));
  report("link", FileMode{status.st_mode});
  report("O_PATH|O_CREAT of what is missing", sys::openat(AT_FDCWD, "missing", O_PATH | O_CREAT, 0600));
  report("O_PATH|O_DIRECTORY of a file", sys::openat(AT_FDCWD, "file", O_PATH | O_DIRECTORY, 0));
}
