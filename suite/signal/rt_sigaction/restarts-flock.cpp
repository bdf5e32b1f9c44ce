// With SA_RESTART a wait for a file's lock goes on after the handler, as often as it runs,
// until the lock is free.
// Covers: rt_sigaction SA_RESTART
// Covers: flock SA_RESTART
#include "wali/test.h"

namespace {

int *runs; // shared with the child

int runs_so_far() { return __atomic_load_n(runs, __ATOMIC_SEQ_CST); }

// In a child: signals `parent` until its handler has run three times more.
void interrupt(int parent) {
  setup::sleep_ms(5);
  for (int before = runs_so_far(); runs_so_far() - before < 3; setup::sleep_ms(2))
    setup::require_zero("kill", sys::kill(parent, SIGUSR2));
}

} // namespace

void test() {
  runs = &setup::shared<int>();
  setup::on_signal(SIGUSR2, [](int) { __atomic_fetch_add(runs, 1, __ATOMIC_SEQ_CST); }, SA_RESTART);
  const int parent = sys::getpid().pid();
  Event &locked = setup::shared<Event>();
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  Child child = setup::fork([&] {
    Fd own = setup::open("file", O_RDWR);
    setup::require_zero("flock", sys::flock(own, LOCK_EX));
    locked.set();
    interrupt(parent);
  });
  locked.wait();
  const Result result = sys::flock(file, LOCK_EX);
  const int runs_until_then = runs_so_far();
  report("flock", result);
  report("child", child.wait());
  report("handler runs until then, compared with 2", compared(runs_until_then, 2));
}
