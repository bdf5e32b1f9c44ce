// rt_sigpending writes as many bytes of the set as are asked for, up to eight. If more are asked
// for, it refuses and writes nothing.
// Covers: rt_sigpending sigsetsize, EINVAL, EFAULT
#include "wali/test.h"

void test() {
  const sigset set = signal_bit(SIGHUP) | signal_bit(12) | signal_bit(23) | signal_bit(32) | signal_bit(34) |
                     signal_bit(41) | signal_bit(56) | signal_bit(64);
  setup::set_mask(set);
  for (int signo = 1; signo <= NSIG; ++signo)
    if (set & signal_bit(signo))
      setup::require_zero("kill", sys::kill(sys::getpid().pid(), signo));
  for (size_t size : {0, 1, 3, 4, 8}) {
    Guarded<sigset> pending;
    report(label("size ", size), sys::rt_sigpending(&pending, size));
    report("bytes", pending.bytes());
    report_walls("walls", pending);
  }
  Guarded<sigset> pending;
  for (size_t size : {9, 16, 128})
    report(label("size ", size), sys::rt_sigpending(&pending, size));
  report_poison("bytes", pending);
  auto *bad = static_cast<sigset *>(setup::bad_address());
  report("outside of memory", sys::rt_sigpending(bad, 8));
  report("outside of memory, size 16", sys::rt_sigpending(bad, 16));
}
