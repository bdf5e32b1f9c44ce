// A child has its parent's handlers and ignored signals. What it installs itself is its own.
// Covers: fork signal dispositions
// Covers: rt_sigaction fork
#include "wali/test.h"

namespace {

int runs;

k_sigaction disposition(int signo) {
  k_sigaction action = {};
  setup::require_zero("rt_sigaction", sys::rt_sigaction(signo, nullptr, &action, 8));
  return action;
}

} // namespace

void test() {
  setup::on_signal(SIGUSR1, [](int) { ++runs; });
  setup::set_disposition(SIGHUP, SIG_IGN);
  setup::in_child([] {
    report("kill in the child", sys::kill(sys::getpid().pid(), SIGUSR1));
    report("runs in the child", runs);
    report("kill with SIGHUP", sys::kill(sys::getpid().pid(), SIGHUP));
    setup::set_disposition(SIGUSR1, SIG_IGN);
    setup::set_disposition(SIGHUP, SIG_DFL);
  });
  report("runs in the parent", runs);
  report("kill in the parent", sys::kill(sys::getpid().pid(), SIGUSR1));
  report("runs in the parent", runs);
  report("SIGHUP of the parent", disposition(SIGHUP));
}
