// An O_PATH descriptor reaches a file that its opener may not read, and stands for a
// link itself with O_NOFOLLOW; it cannot be read, written, or have its mode changed.
// Covers: openat O_PATH, O_NOFOLLOW
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  setup::chmod("file", 0);
  setup::symlink("file", "link");
  Fd handle(static_cast<int>(setup::require("openat", sys::openat(AT_FDCWD, "file", O_PATH | O_RDWR | O_TRUNC, 0))));
  char buffer[4];
  report("read", sys::read(handle, buffer, 4));
  report("write", sys::write(handle, "x", 1));
  report("fchmod", sys::fchmod(handle, 0700));
  struct stat status = {};
  report("fstat", sys::fstat(handle, &status));
  report("size", status.st_size);
  report("status flags", Flags{sets::open_flags, static_cast<uint64_t>(sys::fcntl(handle, F_GETFL, 0).value)});
  Fd link(static_cast<int>(setup::require("openat", sys::openat(AT_FDCWD, "link", O_PATH | O_NOFOLLOW, 0))));
  setup::require("fstat", sys::fstat(link, &status));
  report("link", FileMode{status.st_mode});
  report("O_PATH of what is missing", sys::openat(AT_FDCWD, "missing", O_PATH, 0));
}
