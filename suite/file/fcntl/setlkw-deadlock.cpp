// Of two processes that wait for each other's lock one is told EDEADLK; when it
// lets go the other gets its lock.
// Covers: fcntl F_SETLKW, EDEADLK
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
  auto &childs = setup::shared<int64_t>();
  Pipe ready = setup::pipe();
  setup::require("fcntl", lock(file, F_SETLK, range(F_WRLCK, 0, 1)));
  Child child = setup::fork([&] {
    setup::require("fcntl", lock(file, F_SETLK, range(F_WRLCK, 1, 1)));
    ready.write.reset();
    childs = lock(file, F_SETLKW, range(F_WRLCK, 0, 1)).value;
    setup::require("fcntl", lock(file, F_SETLK, range(F_UNLCK, 0, 0)));
  });
  ready.write.reset();
  setup::read_all(ready.read);
  int64_t ours = lock(file, F_SETLKW, range(F_WRLCK, 1, 1)).value;
  setup::require("fcntl", lock(file, F_SETLK, range(F_UNLCK, 0, 0)));
  report("child", child.wait());
  report("the lower of both results", Result{ours < childs ? ours : childs});
  report("the higher", Result{ours < childs ? childs : ours});
}
