// A write lock shuts out another process on exactly its bytes, beyond 4 GiB too,
// until its holder ends.
// Covers: fcntl F_SETLK, F_WRLCK, EAGAIN, range beyond 4 GiB
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
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  constexpr int64_t start = (int64_t{5} << 32) + 17, length = int64_t{6} << 32;
  Pipe done = setup::pipe();
  Child child = holding(done, [&] { setup::require("fcntl", lock(file, F_SETLK, range(F_WRLCK, start, length))); });
  report("byte before", lock(file, F_SETLK, range(F_WRLCK, start - 1, 1)));
  report("first byte", lock(file, F_SETLK, range(F_WRLCK, start, 1)));
  report("first byte, to read", lock(file, F_SETLK, range(F_RDLCK, start, 1)));
  report("last byte", lock(file, F_SETLK, range(F_WRLCK, start + length - 1, 1)));
  report("byte behind", lock(file, F_SETLK, range(F_WRLCK, start + length, 1)));
  report("same bytes modulo 4 GiB", lock(file, F_SETLK, range(F_WRLCK, 17, 1)));
  report("up to the first byte", lock(file, F_SETLK, range(F_WRLCK, 0, start)));
  report("one more", lock(file, F_SETLK, range(F_WRLCK, 0, start + 1)));
  report("unlocking all", lock(file, F_SETLK, range(F_UNLCK, 0, 0)));
  report("first byte", lock(file, F_SETLK, range(F_WRLCK, start, 1)));
  done.write.reset();
  report("child", child.wait());
  report("first byte after its end", lock(file, F_SETLK, range(F_WRLCK, start, 1)));
}
