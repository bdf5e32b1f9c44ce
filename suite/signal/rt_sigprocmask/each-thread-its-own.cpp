// A thread starts with the mask of the thread that created it, and changes only its own.
// Covers: rt_sigprocmask threads
#include "wali/test.h"

namespace {

struct Masks {
  sigset at_first, changed;
};

sigset mask_now() {
  sigset mask = 0;
  setup::require_zero("rt_sigprocmask", sys::rt_sigprocmask(SIG_BLOCK, nullptr, &mask, 8));
  return mask;
}

void change(void *pointer) {
  auto *masks = static_cast<Masks *>(pointer);
  masks->at_first = mask_now();
  const sigset set = signal_bit(SIGUSR2) | signal_bit(63);
  sys::rt_sigprocmask(SIG_SETMASK, &set, nullptr, 8);
  masks->changed = mask_now();
}

} // namespace

void test() {
  static Masks masks;
  setup::set_mask(signal_bit(SIGHUP) | signal_bit(33));
  Thread thread(change, &masks, Thread::inherited);
  thread.join();
  report("the thread's mask at first", SignalSet{masks.at_first});
  report("the thread's mask, changed", SignalSet{masks.changed});
  report("our mask", SignalSet{mask_now()});
}
