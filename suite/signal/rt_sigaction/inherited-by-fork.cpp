// A child has its parent's handlers and ignored signals. If it changes them, its parent's stay
// as they are.
// Covers: rt_sigaction inherited by fork
#include "wali/test.h"

void test() {
  static int runs;
  static k_sigaction ignored;
  setup::on_signal(SIGTERM, [](int) { ++runs; }, SA_RESTART, signal_bit(SIGHUP));
  setup::set_disposition(SIGUSR2, SIG_IGN);
  setup::in_child([] {
    int pid = sys::getpid().pid();
    for (int signo : {SIGTERM, SIGTERM, SIGUSR2})
      sys::kill(pid, signo);
    report("in the child, handler runs", runs);
    setup::set_disposition(SIGTERM, SIG_IGN);
    setup::set_disposition(SIGUSR2, SIG_DFL);
    sys::kill(pid, SIGTERM);
    report("in the child, handler runs once it is ignored", runs);
  });
  report("our handler's runs", runs);
  k_sigaction action = {};
  report("rt_sigaction", sys::rt_sigaction(SIGTERM, nullptr, &action, 8));
  report("SIGTERM", action);
  report("rt_sigaction", sys::rt_sigaction(SIGUSR2, nullptr, &ignored, 8));
  report("SIGUSR2", ignored);
}
