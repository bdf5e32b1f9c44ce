// F_SETLKW waits until the process that holds the bytes unlocks them, and not for other bytes.
// Covers: fcntl F_SETLKW, blocks, wait for a record lock
#include "suite/file/locks.h"

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  int &released = setup::shared<int>();
  Pipe ready = setup::pipe();
  Event &taken = setup::shared<Event>();
  Child child = setup::fork([&] {
    setup::require_zero("fcntl", locks::lock(file, F_SETLKW, locks::range(F_WRLCK, 5, 1)));
    ready.write.reset();
    taken.wait();
    setup::sleep_ms(30);
    __atomic_store_n(&released, 1, __ATOMIC_RELEASE);
  });
  ready.write.reset();
  setup::read_all(ready.read);
  report("lock beside it", locks::lock(file, F_SETLKW, locks::range(F_WRLCK, 6, 1)));
  taken.set();
  Result after = locks::lock(file, F_SETLKW, locks::range(F_WRLCK, 0, 0));
  report("released when the last one returns", __atomic_load_n(&released, __ATOMIC_ACQUIRE));
  report("lock of all", after);
  report("child", child.wait());
}
