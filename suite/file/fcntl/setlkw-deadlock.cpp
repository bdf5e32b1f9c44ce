// If two processes wait for each other's lock, one gets EDEADLK. When it unlocks, the other gets its lock.
// Covers: fcntl F_SETLKW, EDEADLK
#include "suite/file/locks.h"

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  auto &childs = setup::shared<int64_t>();
  Pipe ready = setup::pipe();
  setup::require_zero("fcntl", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 0, 1)));
  Child child = setup::fork([&] {
    setup::require_zero("fcntl", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 1, 1)));
    ready.write.reset();
    childs = locks::lock(file, F_SETLKW, locks::range(F_WRLCK, 0, 1)).value;
    setup::require_zero("fcntl", locks::lock(file, F_SETLK, locks::range(F_UNLCK, 0, 0)));
  });
  ready.write.reset();
  setup::read_all(ready.read);
  int64_t ours = locks::lock(file, F_SETLKW, locks::range(F_WRLCK, 1, 1)).value;
  setup::require_zero("fcntl", locks::lock(file, F_SETLK, locks::range(F_UNLCK, 0, 0)));
  report("child", child.wait());
  // Whichever of them waited last was told.
  const Result lower = {ours < childs ? ours : childs}, higher = {ours < childs ? childs : ours};
  report("lower one of both results", lower);
  report("higher one", higher);
}
