// F_OFD_SETLKW waits until another open file's lock is gone, and takes it.
// Covers: fcntl F_OFD_SETLKW, blocks, wait for an open file's lock
#include "suite/file/locks.h"

void test() {
  setup::write_file("file", "");
  int &released = setup::shared<int>();
  Pipe ready = setup::pipe();
  Child child = setup::fork([&] {
    Fd own = setup::open("file", O_RDWR);
    setup::require_zero("fcntl", locks::lock(own, F_OFD_SETLK, locks::range(F_WRLCK, 5, 1)));
    ready.write.reset();
    setup::sleep_ms(30);
    __atomic_store_n(&released, 1, __ATOMIC_RELEASE);
  });
  ready.write.reset();
  setup::read_all(ready.read);
  Fd file = setup::open("file", O_RDWR), other = setup::open("file", O_RDWR);
  Result result = locks::lock(file, F_OFD_SETLKW, locks::range(F_WRLCK, 0, 0));
  report("released when it returns", __atomic_load_n(&released, __ATOMIC_ACQUIRE));
  report("F_OFD_SETLKW", result);
  report("another open's attempt", locks::lock(other, F_OFD_SETLK, locks::range(F_RDLCK, 5, 1)));
}
