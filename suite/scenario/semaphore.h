// A semaphore of one futex word, for threads (FUTEX_PRIVATE_FLAG) or, in shared memory, for processes.
#pragma once

#include "wali/test.h"

namespace wali {

template <int flag> class Semaphore {
public:
  // Takes one, and waits until there is one.
  void wait() {
    for (int count;;) {
      while ((count = __atomic_load_n(&count_, __ATOMIC_RELAXED)) > 0)
        if (__atomic_compare_exchange_n(&count_, &count, count - 1, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
          return;
      sys::futex(&count_, FUTEX_WAIT | flag, 0, nullptr, nullptr, 0);
    }
  }
  // Takes none, but waits for `limit` at most: what the call says, -ETIMEDOUT unless there is one before.
  Result wait_once(const timespec &limit) { return sys::futex(&count_, FUTEX_WAIT | flag, 0, &limit, nullptr, 0); }
  // Adds `count`, and wakes as many: how many were asleep.
  Result post(int count = 1) {
    __atomic_fetch_add(&count_, count, __ATOMIC_RELEASE);
    return sys::futex(&count_, FUTEX_WAKE | flag, count, nullptr, nullptr, 0);
  }
  // Waits until `count` threads or processes wait.
  void await_waiters(int count) { setup::await_waiters(&count_, count, flag); }

private:
  int count_ = 0;
};

} // namespace wali
