// The instructions by which threads wait for each other. Natively, where the programs
// that use them are built but not judged, they do nothing.
#pragma once

#include "wali/test.h"

namespace wali::atomics {

// Time limits, in nanoseconds: none, and one that only comes if notify does not work.
inline constexpr int64_t forever = -1, long_enough = 10'000'000'000;
// The count that wakes all.
inline constexpr unsigned all = ~0u;

#ifdef __wasm32__

// memory.atomic.wait32: waits while `word` holds `expected`, at most so many
// nanoseconds. 0: was woken; 1: another value stands there; 2: the time is over.
inline int wait(int *word, int expected, int64_t nanoseconds) {
  return __builtin_wasm_memory_atomic_wait32(word, expected, nanoseconds);
}
// memory.atomic.wait64, the same for 64 bits.
inline int wait(int64_t *word, int64_t expected, int64_t nanoseconds) {
  return __builtin_wasm_memory_atomic_wait64(word, expected, nanoseconds);
}
// memory.atomic.notify: wakes at most `count` waiters of the word, and returns how many.
inline unsigned notify(void *word, unsigned count) {
  return __builtin_wasm_memory_atomic_notify(static_cast<int *>(word), count);
}

#else

inline int wait(void *, int64_t, int64_t) { return 0; }
inline unsigned notify(void *, unsigned) { return 0; }

#endif

// Notifies again and again, as the waiters may not be there yet, until at least
// `wanted` are woken at once: what notify returned at last. It gives up after 5
// seconds.
inline unsigned notify_until(void *word, unsigned count, unsigned wanted, unsigned &sum) {
  unsigned woken = 0;
  for (int tries = 0; tries < 5000 && woken < wanted; ++tries) {
    woken = notify(word, count);
    sum += woken;
    if (woken < wanted)
      setup::sleep_ms(1);
  }
  return woken;
}

} // namespace wali::atomics
