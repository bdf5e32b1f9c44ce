// A set may end where memory ends, and both sets may be the same eight bytes. A set that
// leaves memory is refused and changes nothing.
// Covers: rt_sigprocmask last valid byte, EFAULT, set and old set in one place
#include "wali/test.h"

void test() {
  uint8_t *last = setup::last_bytes(8);
  auto *set = reinterpret_cast<sigset *>(last), *beyond = reinterpret_cast<sigset *>(last + 4);
  *set = signal_bit(SIGHUP) | signal_bit(62);
  report("set in the last bytes", sys::rt_sigprocmask(SIG_BLOCK, set, nullptr, 8));
  *set = signal_bit(SIGUSR2);
  report("both in the last bytes", sys::rt_sigprocmask(SIG_BLOCK, set, set, 8));
  report("old set", SignalSet{*set});
  report("set that leaves memory", sys::rt_sigprocmask(SIG_SETMASK, beyond, nullptr, 8));
  report("old set that leaves memory", sys::rt_sigprocmask(SIG_BLOCK, nullptr, beyond, 8));
  report("old set in the last bytes", sys::rt_sigprocmask(SIG_BLOCK, nullptr, set, 8));
  report("mask", SignalSet{*set});
}
