// Real-time signals of one number are delivered in the order in which they were sent, each with
// its own siginfo.
// Covers: rt_sigaction SA_SIGINFO, queued signals
#include "wali/test.h"

namespace {

int sender(int signo) {
  const int parent = sys::getpid().pid();
  Child child = setup::fork([=] { setup::require_zero("kill", sys::kill(parent, signo)); });
  const int pid = child.pid();
  setup::require_zero("wait4", {child.wait().value});
  return pid;
}

Line order;

} // namespace

void test() {
  for (int signo : {42, 43}) {
    setup::on_siginfo(
        signo, [](int number, siginfo *info, void *) { order << " " << Signal{number} << " of " << info->si_pid; }, 0,
        signal_bit(42) | signal_bit(43));
    setup::block(signo);
  }
  report("sender of SIG43", sender(43));
  report("sender of SIG42", sender(42));
  report("another of SIG43", sender(43));
  report("another of SIG42", sender(42));
  setup::set_mask(0);
  report("order", label("first", order.text()));
}
