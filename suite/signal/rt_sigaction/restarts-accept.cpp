// With SA_RESTART an accept goes on after the handler, as often as it runs, until there is a
// connection.
// Covers: rt_sigaction SA_RESTART
// Covers: accept SA_RESTART
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
  setup::Listener listener = setup::tcp_listener();
  Child child = setup::fork([&] {
    interrupt(parent);
    Fd client = setup::socket(AF_INET, SOCK_STREAM);
    setup::connect(client, listener.address);
  });
  const Result connection = sys::accept(listener.socket, nullptr, nullptr);
  report("accept", connection);
  report("flags of its descriptor", setup::descriptor_flags(connection.fd()));
  report("child", child.wait());
  report("handler runs, compared with 2", compared(runs_so_far(), 2));
}
