// rt_sigprocmask refuses other sizes of a set, addresses outside memory and, if there is a new
// set, an unknown first argument. It then changes and writes nothing.
// Covers: rt_sigprocmask EINVAL, EFAULT, sigsetsize, NULL set, NULL old set
#include "wali/test.h"

void test() {
  auto *bad = static_cast<sigset *>(setup::bad_address());
  setup::set_mask(signal_bit(SIGHUP));
  const sigset set = signal_bit(SIGUSR2);
  Guarded<sigset> old;
  report("how 3", sys::rt_sigprocmask(3, &set, &old, 8));
  report("how -1", sys::rt_sigprocmask(-1, &set, &old, 8));
  report("set outside of memory", sys::rt_sigprocmask(SIG_BLOCK, bad, &old, 8));
  for (size_t size : {0, 4, 7, 9, 16, 128})
    report(label("sigsetsize ", size), sys::rt_sigprocmask(SIG_BLOCK, &set, &old, size));
  report("sigsetsize 16, both null", sys::rt_sigprocmask(SIG_BLOCK, nullptr, nullptr, 16));
  report_poison("old set", old);
  report("old set outside of memory", sys::rt_sigprocmask(SIG_BLOCK, nullptr, bad, 8));
  report("both null", sys::rt_sigprocmask(SIG_BLOCK, nullptr, nullptr, 8));
  report("how 3, no new set", sys::rt_sigprocmask(3, nullptr, &old, 8));
  report("mask", SignalSet{*old});
}
