// A process loses its record locks on a file when it closes any descriptor of it.
// Covers: fcntl F_SETLK, close
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
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  report("lock", lock(file, F_SETLK, range(F_WRLCK, 7, 9)));
  report("seen", seen(file, 0));
  setup::write_file("other", "");
  report("seen after another file was closed", seen(file, 0));
  setup::open("file", O_RDONLY).reset();
  report("seen after another descriptor was closed", seen(file, 0));
}
