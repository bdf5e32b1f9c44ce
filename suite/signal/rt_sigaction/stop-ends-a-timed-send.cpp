// A stop and SIGCONT end sending that has a time limit with EINTR, although no handler runs.
// Covers: rt_sigaction SIGSTOP, SIGCONT, no handler
// Covers: sendto EINTR, SO_SNDTIMEO
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
  setup::set_option(sockets.first, SOL_SOCKET, SO_SNDTIMEO, patience);
  setup::set_status_flags(sockets.first, O_NONBLOCK);
  setup::fill(sockets.first);
  setup::set_status_flags(sockets.first, 0);
  Child child = setup::fork([&] {
    shared.ready.set();
    shared.result = sys::sendto(sockets.first, "x", 1, 0, nullptr, 0);
    shared.over.set();
    shared.finish.wait();
  });
  stop_and_continue(child, shared);
  setup::set_status_flags(sockets.second, O_NONBLOCK);
  setup::drain(sockets.second); // ends the wait if no stop did
  shared.over.wait();
  report("sendto", shared.result);
  shared.finish.set();
  report("child", child.wait());
}
