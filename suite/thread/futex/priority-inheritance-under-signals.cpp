// A handler without SA_RESTART runs while FUTEX_LOCK_PI waits, but does not end it: the call goes
// on until it has the lock.
// Covers: futex FUTEX_LOCK_PI, signals
#include "wali/test.h"

namespace {

int word;
Event locked, release;

void hold(void *) {
  sys::futex(&word, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0);
  locked.set();
  release.wait();
  sys::futex(&word, FUTEX_UNLOCK_PI, 0, nullptr, nullptr, 0);
}

} // namespace

void test() {
  setup::block(SIGUSR2);
  Thread thread(hold);
  locked.wait();
  setup::unblock(SIGUSR2);
  report_under_signals(
      "FUTEX_LOCK_PI", 0, [] { release.set(); },
      [] { return sys::futex(&word, FUTEX_LOCK_PI, 0, nullptr, nullptr, 0); });
  report("gettid", sys::gettid());
  report("owner", word & static_cast<int>(FUTEX_TID_MASK));
}
