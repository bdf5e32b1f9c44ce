// An O_PATH descriptor has flags and can be copied. Commands that need an open file refuse it.
// Covers: fcntl O_PATH, EBADF
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  Fd path = setup::open("file", O_PATH);
  struct flock all = {};
  report("F_GETFL", setup::status_flags(path));
  report("F_SETFD", sys::fcntl(path, F_SETFD, FD_CLOEXEC));
  report("F_GETFD", sys::fcntl(path, F_GETFD, 0));
  report("F_DUPFD", sys::fcntl(path, F_DUPFD, 60));
  report("F_SETFL", sys::fcntl(path, F_SETFL, O_APPEND));
  report("F_SETLK", sys::fcntl(path, F_SETLK, reinterpret_cast<uintptr_t>(&all)));
  report("F_GETOWN", sys::fcntl(path, F_GETOWN, 0));
  report("F_GETPIPE_SZ", sys::fcntl(path, F_GETPIPE_SZ, 0));
}
