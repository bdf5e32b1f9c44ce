// A lock of an open file is its copies' and its child's too, outlives the close of
// another descriptor, and ends with the last copy.
// Covers: fcntl F_OFD_SETLK, fork, last close
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
  Fd holder = setup::open("file", O_RDWR), contender = setup::open("file", O_RDWR);
  Fd copy(static_cast<int>(setup::require("dup", sys::dup(holder))));
  report("lock", lock(holder, F_OFD_SETLK, range(F_WRLCK, 0, 10)));
  Child child = setup::fork([&] {
    bool again = lock(holder, F_OFD_SETLK, range(F_WRLCK, 0, 20)).value == 0;
    return again && lock(contender, F_OFD_SETLK, range(F_WRLCK, 0, 1)).value == -EAGAIN ? 13 : 1;
  });
  report("child that enlarges it and tries another open's", child.wait());
  setup::open("file", O_RDWR).reset();
  report("contender after another close", lock(contender, F_OFD_SETLK, range(F_RDLCK, 19, 1)));
  holder.reset();
  report("contender after the first copy's close", lock(contender, F_OFD_SETLK, range(F_RDLCK, 19, 1)));
  copy.reset();
  report("contender after the last copy's close", lock(contender, F_OFD_SETLK, range(F_RDLCK, 19, 1)));
}
