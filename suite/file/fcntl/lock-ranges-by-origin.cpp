// Ranges count from the position or from the end; a negative length reaches
// backwards, a length of 0 to infinity.
// Covers: fcntl F_SETLK, l_whence, negative l_len, l_len 0
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

// The lock that a child finds in the way of a write lock of all from `start` on.
Line seen(int file, int64_t start) {
  auto &found = setup::shared<struct flock>();
  found = range(F_WRLCK, start, 0);
  setup::fork([&] { setup::require("fcntl", sys::fcntl(file, F_GETLK, reinterpret_cast<uintptr_t>(&found))); }).wait();
  return label(Choice{abi::sets::lock_type, found.l_type}, " ", found.l_start, " length ", found.l_len);
}

} // namespace

void test() {
  setup::write_file("file", "01234567890123456789");
  Fd file = setup::open("file", O_RDWR);
  setup::require("lseek", sys::lseek(file, 5, SEEK_SET));
  report("SEEK_CUR, two on, four back", lock(file, F_SETLK, range(F_WRLCK, 2, -4, SEEK_CUR)));
  report("seen", seen(file, 0));
  report("SEEK_END, three back, two", lock(file, F_SETLK, range(F_RDLCK, -3, 2, SEEK_END)));
  report("seen from 7", seen(file, 7));
  report("SEEK_END, one on, to infinity", lock(file, F_SETLK, range(F_WRLCK, 1, 0, SEEK_END)));
  report("seen from 19", seen(file, 19));
  report("the last byte that exists", lock(file, F_SETLK, range(F_UNLCK, 0x7fffffffffffffff, 1)));
  report("seen from 19", seen(file, 19));
}
