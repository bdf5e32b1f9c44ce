// A process that calls rt_sigreturn outside a handler may harm itself. The actions and the mask
// of its parent stay as they were.
// Covers: rt_sigreturn outside of a handler
#include "wali/test.h"

namespace {

int runs;

// Natively rt_sigreturn takes what lies above the stack pointer for a frame:
// zeros there make it a jump to address 0.
__attribute__((noinline)) void return_from_nothing() {
  volatile uint8_t zeros[4096] = {};
  sys::rt_sigreturn(zeros[100]);
}

} // namespace

void test() {
  setup::on_signal(SIGUSR2, [](int) { ++runs; });
  setup::set_mask(signal_bit(SIGHUP));
  int pid = setup::split();
  if (pid == 0) {
    return_from_nothing();
    leave(0);
  }
  report("the child's id", pid);
  report("wait4", sys::wait4(pid, nullptr, 0, nullptr));
  sigset mask = 0;
  report("rt_sigprocmask", sys::rt_sigprocmask(SIG_BLOCK, nullptr, &mask, 8));
  report("mask", SignalSet{mask});
  report("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  report("runs", runs);
}
