// With SA_RESTART a write goes on after the handler, as often as it runs, until there is
// room.
// Covers: rt_sigaction SA_RESTART
// Covers: write SA_RESTART
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
  Pipe full = setup::pipe(O_NONBLOCK);
  setup::fill(full.write);
  setup::set_status_flags(full.write, 0);
  static char bytes[4096];
  Child child = setup::fork([&] {
    interrupt(parent);
    setup::require_value("read", sys::read(full.read, bytes, sizeof(bytes)), sizeof(bytes));
  });
  report("write", sys::write(full.write, bytes, sizeof(bytes)));
  report("child", child.wait());
  report("handler runs, compared with 2", compared(runs_so_far(), 2));
}
