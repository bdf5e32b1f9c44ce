// With SA_RESTART a wait for a lock of bytes goes on after the handler, as often as it runs,
// until the lock is free.
// Covers: rt_sigaction SA_RESTART
// Covers: fcntl F_SETLKW, SA_RESTART
#include "suite/signal/rt_sigaction/interruptions.h"

void test() {
  const Interruptions interruptions;
  Event &locked = setup::shared<Event>();
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  flock all = {F_WRLCK, SEEK_SET, 0, 0, 0, 0, 0};
  Child child = setup::fork([&] {
    setup::require_zero("fcntl", sys::fcntl(file, F_SETLK, reinterpret_cast<uintptr_t>(&all)));
    locked.set();
    interruptions.make();
  });
  locked.wait();
  const Result result = sys::fcntl(file, F_SETLKW, reinterpret_cast<uintptr_t>(&all));
  const int runs_until_then = interruptions.so_far();
  report("fcntl F_SETLKW", result);
  report("child", child.wait());
  report("handler runs until then, compared with 2", compared(runs_until_then, 2));
}
