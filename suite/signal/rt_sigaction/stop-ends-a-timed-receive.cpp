// A stop and SIGCONT end a receive that has a time limit with EINTR, although no handler runs.
// Covers: rt_sigaction SIGSTOP, SIGCONT, no handler
// Covers: recvfrom EINTR, SO_RCVTIMEO
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
  SocketPair sockets = setup::socketpair();
  const timeval patience = {1000, 0};
  setup::set_option(sockets.first, SOL_SOCKET, SO_RCVTIMEO, patience);
  Child child = setup::fork([&] {
    char byte;
    shared.ready.set();
    shared.result = sys::recvfrom(sockets.first, &byte, 1, 0, nullptr, nullptr);
    shared.over.set();
    shared.finish.wait();
  });
  stop_and_continue(child, shared);
  setup::write_all(sockets.second, "x"); // ends the wait if no stop did
  shared.over.wait();
  report("recvfrom", shared.result);
  shared.finish.set();
  report("child", child.wait());
}
