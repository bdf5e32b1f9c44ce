// A stop and SIGCONT end epoll_pwait with EINTR, although no handler runs.
// Covers: rt_sigaction SIGSTOP, SIGCONT, no handler
// Covers: epoll_pwait EINTR
#include "wali/test.h"

namespace {

struct Shared {
  Event ready, over, finish;
  Result result;
};

// Stops and continues a child again and again, until its wait is over.
void stop_and_continue(const Child &child, Shared &shared) {
  int status = 0;
  shared.ready.wait();
  for (int i = 0; i < 500 && !shared.over.is_set(); ++i) {
    setup::require_zero("kill", sys::kill(child.pid(), SIGSTOP));
    setup::require_value("wait4", sys::wait4(child.pid(), &status, WUNTRACED, nullptr), child.pid());
    setup::require_zero("kill", sys::kill(child.pid(), SIGCONT));
    setup::require_value("wait4", sys::wait4(child.pid(), &status, WCONTINUED, nullptr), child.pid());
    setup::sleep_ms(2);
  }
}

} // namespace

void test() {
  Shared &shared = setup::shared<Shared>();
  Pipe pipe = setup::pipe();
  Fd epoll = setup::epoll();
  setup::watch(epoll, pipe.read, EPOLLIN, 7);
  Child child = setup::fork([&] {
    epoll_event event;
    shared.ready.set();
    shared.result = sys::epoll_pwait(epoll, &event, 1, -1, nullptr, 0);
    shared.over.set();
    shared.finish.wait();
  });
  stop_and_continue(child, shared);
  setup::write_all(pipe.write, "x"); // ends the wait if no stop did
  shared.over.wait();
  report("epoll_pwait", shared.result);
  shared.finish.set();
  report("child", child.wait());
}
