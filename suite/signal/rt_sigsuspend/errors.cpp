// rt_sigsuspend refuses other sizes of a mask and addresses outside memory at once, and leaves
// the mask unchanged. A mask may end where memory ends.
// Covers: rt_sigsuspend EINVAL, EFAULT, sigsetsize, last valid byte
#include "wali/test.h"

void test() {
  static int runs;
  setup::on_signal(SIGUSR2, [](int) { ++runs; });
  setup::block(SIGUSR2);
  // Pending, or pending again: a mask that lets it in would end a wait.
  const auto raise = [] { setup::require_zero("kill", sys::kill(sys::getpid().pid(), SIGUSR2)); };
  raise();
  const sigset none = 0;
  for (size_t size : {0, 4, 7, 9, 16})
    report(label("sigsetsize ", size), sys::rt_sigsuspend(&none, size));
  auto *bad = static_cast<const sigset *>(setup::bad_address());
  report("outside of memory", sys::rt_sigsuspend(bad, 8));
  report("outside of memory, sigsetsize 4", sys::rt_sigsuspend(bad, 4));
  raise();
  uint8_t *last = setup::last_bytes(8);
  __builtin_memset(last, 0, 8);
  report("mask that leaves memory", sys::rt_sigsuspend(reinterpret_cast<sigset *>(last + 1), 8));
  sigset mask = 0;
  report("runs", runs);
  report("rt_sigprocmask", sys::rt_sigprocmask(SIG_BLOCK, nullptr, &mask, 8));
  report("mask", SignalSet{mask});
  raise();
  report("mask in the last bytes", sys::rt_sigsuspend(reinterpret_cast<sigset *>(last), 8));
  report("runs", runs);
}
