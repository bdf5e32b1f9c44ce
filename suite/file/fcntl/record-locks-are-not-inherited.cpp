// A child holds none of its parent's record locks: they are in its way, with the
// parent's id, and its own unlocking takes nothing from the parent.
// Covers: fcntl F_SETLK, F_GETLK, fork, l_pid
#include "wali/test.h"

namespace {

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
  Fd file = setup::open("file", O_RDWR);
  setup::require("fcntl", lock(file, F_SETLK, range(F_WRLCK, 0, 5)));
  struct Seen {
    int64_t attempt, unlock, pid;
  };
  Seen &shown = setup::shared<Seen>();
  Child child = setup::fork([&] {
    shown.attempt = lock(file, F_SETLK, range(F_WRLCK, 0, 5)).value;
    shown.unlock = lock(file, F_SETLK, range(F_UNLCK, 0, 0)).value;
    struct flock found = range(F_WRLCK, 0, 5);
    setup::require("fcntl", sys::fcntl(file, F_GETLK, reinterpret_cast<uintptr_t>(&found)));
    shown.pid = found.l_pid;
  });
  report("child", child.wait());
  report("child's attempt", Result{shown.attempt});
  report("child's unlock", Result{shown.unlock});
  report("holder's id against this process's", compared(shown.pid, sys::getpid().value));
}
