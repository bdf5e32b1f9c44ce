// SIGKILL and SIGSTOP cannot be blocked: a mask never contains them, and they act on a process
// that blocks everything.
// Covers: rt_sigprocmask SIGKILL, SIGSTOP
#include "wali/test.h"

void test() {
  constexpr sigset reserved = signal_bit(SIGSEGV) | signal_bit(SIGBUS) | signal_bit(SIGILL) | signal_bit(SIGFPE);
  Event &blocked_all = setup::shared<Event>();
  Child child = setup::fork([&] {
    setup::set_mask(~sigset{0});
    blocked_all.set();
    for (;;)
      setup::sleep_ms(1000);
  });
  blocked_all.wait();
  int status = 0;
  child.kill(SIGTERM);
  child.kill(SIGSTOP);
  setup::require_value("wait4", sys::wait4(child.pid(), &status, WUNTRACED, nullptr), child.pid());
  report("child", WaitStatus{status});
  child.kill(SIGKILL);
  report("child", child.wait());
  const sigset all = ~sigset{0};
  sigset mask = 0;
  report("rt_sigprocmask", sys::rt_sigprocmask(SIG_SETMASK, &all, nullptr, 8));
  sys::rt_sigprocmask(SIG_BLOCK, nullptr, &mask, 8);
  report("not in the mask", SignalSet{~(mask | reserved)});
}
