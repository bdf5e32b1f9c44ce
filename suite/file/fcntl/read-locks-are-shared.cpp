// Two processes may hold read locks on the same bytes; a write lock waits for the
// last of them.
// Covers: fcntl F_SETLK, F_RDLCK, EAGAIN
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

// A child that has done `body` and lives until `done` is closed.
template <class Body>
Child holding(Pipe &done, Body body) {
  Pipe ready = setup::pipe();
  Child child = setup::fork([&] {
    done.write.reset();
    body();
    ready.write.reset();
    setup::read_all(done.read);
  });
  ready.write.reset();
  setup::read_all(ready.read);
  return child;
}

} // namespace

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR);
  Pipe done = setup::pipe();
  Child child = holding(done, [&] { setup::require("fcntl", lock(file, F_SETLK, range(F_RDLCK, 2, 4))); });
  report("read lock", lock(file, F_SETLK, range(F_RDLCK, 0, 10)));
  report("upgrade beside it", lock(file, F_SETLK, range(F_WRLCK, 6, 4)));
  report("upgrade of the shared bytes", lock(file, F_SETLK, range(F_WRLCK, 5, 1)));
  struct flock found = range(F_WRLCK, 0, 0);
  setup::require("fcntl", sys::fcntl(file, F_GETLK, reinterpret_cast<uintptr_t>(&found)));
  report("what is in the way", label(Choice{abi::sets::lock_type, found.l_type}, " ", found.l_start, " length ", found.l_len));
  done.write.reset();
  report("child", child.wait());
  report("upgrade of the shared bytes", lock(file, F_SETLK, range(F_WRLCK, 5, 1)));
}
