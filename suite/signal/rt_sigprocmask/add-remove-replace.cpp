// SIG_BLOCK adds to the mask, SIG_UNBLOCK takes from it, and SIG_SETMASK replaces it,
// with all 64 bits. Without a new set the mask stays as it is.
// Covers: rt_sigprocmask SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK, old set
#include "wali/test.h"

void test() {
  Guarded<sigset> old;
  auto change = [&](const char *name, int how, sigset set) {
    old.fill();
    report(name, sys::rt_sigprocmask(how, &set, &old, 8));
    report("mask before", SignalSet{*old});
  };
  change("SIG_SETMASK", SIG_SETMASK, signal_bit(SIGHUP) | signal_bit(SIGINT) | signal_bit(32) | signal_bit(64));
  change("SIG_BLOCK", SIG_BLOCK, signal_bit(SIGHUP) | signal_bit(SIGTERM) | signal_bit(33));
  change("SIG_UNBLOCK", SIG_UNBLOCK, signal_bit(SIGHUP) | signal_bit(SIGALRM) | signal_bit(64));
  change("SIG_SETMASK", SIG_SETMASK, signal_bit(34) | signal_bit(SIGSYS));
  report("no new set", sys::rt_sigprocmask(SIG_SETMASK, nullptr, &old, 8));
  report("mask", SignalSet{*old});
  change("SIG_BLOCK of nothing", SIG_BLOCK, 0);
  change("SIG_SETMASK to nothing", SIG_SETMASK, 0);
  change("SIG_UNBLOCK of all", SIG_UNBLOCK, ~sigset{0});
  report("no old set", sys::rt_sigprocmask(SIG_BLOCK, &old, nullptr, 8));
  report_walls("walls", old);
}
