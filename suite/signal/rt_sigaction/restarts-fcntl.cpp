// With SA_RESTART a wait for a lock of bytes goes on after the handler, as often as it runs,
// until the lock is free.
// Covers: rt_sigaction SA_RESTART
// Covers: fcntl F_SETLKW, SA_RESTART
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
  flock all = {F_WRLCK, SEEK_SET, 0, 0, 0, 0, 0};
  Child child = setup::fork([&] {
    setup::require_zero("fcntl", sys::fcntl(file, F_SETLK, reinterpret_cast<uintptr_t>(&all)));
    locked.set();
    interrupt(parent);
  });
  locked.wait();
  const Result result = sys::fcntl(file, F_SETLKW, reinterpret_cast<uintptr_t>(&all));
  const int runs_until_then = runs_so_far();
  report("fcntl F_SETLKW", result);
  report("child", child.wait());
  report("handler runs until then, compared with 2", compared(runs_until_then, 2));
}
