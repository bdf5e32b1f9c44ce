// F_SETLKW waits until the process that holds the bytes lets them go.
// Covers: fcntl F_SETLKW, blocks
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
  int &released = setup::shared<int>();
  Pipe ready = setup::pipe();
  Child child = setup::fork([&] {
    setup::require("fcntl", lock(file, F_SETLKW, range(F_WRLCK, 5, 1)));
    ready.write.reset();
    setup::sleep_ms(30);
    __atomic_store_n(&released, 1, __ATOMIC_RELEASE);
  });
  ready.write.reset();
  setup::read_all(ready.read);
  Result beside = lock(file, F_SETLKW, range(F_WRLCK, 6, 1)), after = lock(file, F_SETLKW, range(F_WRLCK, 0, 0));
  report("released when the last one returns", __atomic_load_n(&released, __ATOMIC_ACQUIRE));
  report("lock beside it", beside);
  report("lock of all", after);
  report("child", child.wait());
}
