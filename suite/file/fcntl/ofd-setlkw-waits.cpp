// F_OFD_SETLKW waits until another open file's lock is gone, and takes it.
// Covers: fcntl F_OFD_SETLKW, blocks
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
  int &released = setup::shared<int>();
  Pipe ready = setup::pipe();
  Child child = setup::fork([&] {
    Fd own = setup::open("file", O_RDWR);
    setup::require("fcntl", lock(own, F_OFD_SETLK, range(F_WRLCK, 5, 1)));
    ready.write.reset();
    setup::sleep_ms(30);
    __atomic_store_n(&released, 1, __ATOMIC_RELEASE);
  });
  ready.write.reset();
  setup::read_all(ready.read);
  Fd file = setup::open("file", O_RDWR), other = setup::open("file", O_RDWR);
  Result result = lock(file, F_OFD_SETLKW, range(F_WRLCK, 0, 0));
  report("released when it returns", __atomic_load_n(&released, __ATOMIC_ACQUIRE));
  report("F_OFD_SETLKW", result);
  report("another open's attempt", lock(other, F_OFD_SETLK, range(F_RDLCK, 5, 1)));
}
