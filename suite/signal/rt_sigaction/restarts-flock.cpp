// With SA_RESTART a wait for a file's lock goes on after the handler, as often as it runs,
// until the lock is free.
// Covers: rt_sigaction SA_RESTART
// Covers: flock SA_RESTART
#include "suite/signal/rt_sigaction/interruptions.h"

void test() {
  const Interruptions interruptions;
  Event &locked = setup::shared<Event>();
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  Child child = setup::fork([&] {
    Fd own = setup::open("file", O_RDWR);
    setup::require_zero("flock", sys::flock(own, LOCK_EX));
    locked.set();
    interruptions.make();
  });
  locked.wait();
  const Result result = sys::flock(file, LOCK_EX);
  const int runs_until_then = interruptions.so_far();
  report("flock", result);
  report("child", child.wait());
  report("handler runs until then, compared with 2", compared(runs_until_then, 2));
}
