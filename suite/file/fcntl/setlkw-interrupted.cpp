// A handler without SA_RESTART ends a wait for a lock of either kind, and no lock
// is taken.
// Covers: fcntl F_SETLKW, F_OFD_SETLKW, EINTR
#include "wali/test.h"

namespace {

void nothing(int) {}

struct flock range(int type, int64_t start, int64_t length, int whence = SEEK_SET) {
  struct flock lock = {};
  lock.l_type = static_cast<int16_t>(type);
  lock.l_whence = static_cast<int16_t>(whence);
  lock.l_start = start;
  lock.l_len = length;
  return lock;
}

Result lock(int fd, int command, struct flock region) {
  return sys::fcntl(fd, command, reinterpret_cast<uintptr_t>(&region));
}

} // namespace

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR), waiting = setup::open("file", O_RDWR);
  setup::require("fcntl", lock(file, F_OFD_SETLK, range(F_RDLCK, 0, 10)));
  setup::on_signal(SIGUSR1, nothing);
  Result record = {0}, open_file = {0};
  {
    Interrupter interrupter(SIGUSR1);
    record = lock(waiting, F_SETLKW, range(F_WRLCK, 3, 1));
    open_file = lock(waiting, F_OFD_SETLKW, range(F_WRLCK, 3, 1));
  }
  report("F_SETLKW", record);
  report("F_OFD_SETLKW", open_file);
  report("the holder takes all", lock(file, F_OFD_SETLK, range(F_WRLCK, 0, 0)));
}
